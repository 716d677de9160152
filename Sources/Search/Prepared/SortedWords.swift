/// Distinct words in order of their bytes, each with its place as its number, found by halving.
struct SortedWords: Sendable {
    /// How many words there are.
    let count: Int
    /// Where each word starts, and at last where the next one would.
    private let starts: NumberTable
    /// The bytes of all words, one after the other.
    private let bytes: LastingBytes

    /// Makes the words of their bytes and of one start more than there are words.
    init(count: Int, starts: NumberTable, bytes: LastingBytes) {
        self.count = count
        self.starts = starts
        self.bytes = bytes
    }

    /// The bytes of a word; the number must be one of these words.
    @inline(__always)
    func bytes(of number: Int) -> UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(rebasing: bytes.buffer[starts[number]..<starts[number + 1]])
    }

    /// How many bytes a word has.
    func length(of number: Int) -> Int { starts[number + 1] - starts[number] }

    /// The number of a word, or `nil` where it is none of these.
    func number(of word: UnsafeBufferPointer<UInt8>) -> Int? {
        let number = firstNumber(from: word)
        return number < count && bytes(of: number).elementsEqual(word) ? number : nil
    }

    /// The numbers of the words that begin so.
    func numbers(beginning head: UnsafeBufferPointer<UInt8>) -> Range<Int> {
        let first = firstNumber(from: head)
        var end = first
        while end < count, bytes(of: end).starts(with: head) { end += 1 }
        return first..<end
    }

    /// The number of the first word that does not come before another.
    private func firstNumber(from word: UnsafeBufferPointer<UInt8>) -> Int {
        var low = 0
        var high = count
        while low < high {
            let middle = (low + high) / 2
            if bytes(of: middle).lexicographicallyPrecedes(word) {
                low = middle + 1
            } else {
                high = middle
            }
        }
        return low
    }
}
