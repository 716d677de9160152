/// The distinct words of a text collection, each with a small number of its own.
///
/// An open-addressing hash table over one byte buffer: no `String` is made for a word, and a look-up
/// allocates nothing. Words that stand sorted in memory are read there until one is added to them.
struct Vocabulary {
    /// The words that are read where they stand, instead of those below.
    private var sorted: SortedWords?
    /// The bytes of all words, one after the other.
    private var bytes: [UInt8] = []
    /// Where each word starts in `bytes`, and at last where the next one would.
    private var starts: [Int32] = [0]
    /// For each slot the number of its word plus one, or 0 where it is free.
    private var slots: [Int32]
    /// The hash of each word, so that growing hashes nothing again.
    private var hashes: [UInt32] = []

    /// Chosen once a run, so that nobody can write a runbook whose words all collide.
    private static let seed = UInt64.random(in: .min ... .max)

    /// Makes an empty vocabulary with room for about half as many words as `capacity`.
    init(capacity: Int = 8192) {
        var size = 64
        while size < capacity, size < 1 << 28 { size *= 2 }
        slots = [Int32](repeating: 0, count: size)
        bytes.reserveCapacity(size * 4)
        starts.reserveCapacity(size / 2 + 1)
        hashes.reserveCapacity(size / 2)
    }

    /// Makes a vocabulary of words with the numbers that they have.
    init(_ sorted: SortedWords) {
        self.sorted = sorted
        slots = []
    }

    /// How many words it has.
    var count: Int { sorted?.count ?? hashes.count }

    /// The number of a word, which is added where it is new.
    mutating func intern(_ word: UnsafeBufferPointer<UInt8>) -> Int {
        if let sorted { takeIn(sorted) }
        let hash = Self.hash(word)
        var slot = Int(hash) & (slots.count - 1)
        while slots[slot] != 0 {
            let candidate = Int(slots[slot]) - 1
            if hashes[candidate] == hash, isWord(candidate, equalTo: word) { return candidate }
            slot = (slot + 1) & (slots.count - 1)
        }
        let number = hashes.count
        bytes.append(contentsOf: word)
        starts.append(Int32(truncatingIfNeeded: bytes.count))
        hashes.append(hash)
        slots[slot] = Int32(truncatingIfNeeded: number + 1)
        if hashes.count * 2 > slots.count { grow() }
        return number
    }

    /// The number of a word, or `nil` where nobody has interned it.
    func number(of word: UnsafeBufferPointer<UInt8>) -> Int? {
        if let sorted { return sorted.number(of: word) }
        let hash = Self.hash(word)
        var slot = Int(hash) & (slots.count - 1)
        while slots[slot] != 0 {
            let candidate = Int(slots[slot]) - 1
            if hashes[candidate] == hash, isWord(candidate, equalTo: word) { return candidate }
            slot = (slot + 1) & (slots.count - 1)
        }
        return nil
    }

    /// The number of a word, or `nil` where nobody has interned it.
    func number(of word: [UInt8]) -> Int? {
        word.withUnsafeBufferPointer { number(of: $0) }
    }

    /// Calls a closure with the bytes of a word; the word must be one of this vocabulary.
    func withBytes<Result>(
        of number: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Result
    ) -> Result {
        if let sorted { return body(sorted.bytes(of: number)) }
        return bytes.withUnsafeBufferPointer { all in
            body(UnsafeBufferPointer(rebasing: all[Int(starts[number])..<Int(starts[number + 1])]))
        }
    }

    /// The bytes of a word; the word must be one of this vocabulary.
    func word(_ number: Int) -> [UInt8] { withBytes(of: number) { Array($0) } }

    /// How many bytes a word has.
    func length(of number: Int) -> Int {
        sorted?.length(of: number) ?? Int(starts[number + 1] - starts[number])
    }

    /// The numbers of the words that may begin so; no other word does.
    func candidates(beginning head: [UInt8]) -> Range<Int> {
        guard let sorted else { return 0..<count }
        return head.withUnsafeBufferPointer { sorted.numbers(beginning: $0) }
    }

    /// Copies words, so that others can be added.
    private mutating func takeIn(_ sorted: SortedWords) {
        self = Vocabulary(capacity: sorted.count * 2 + 2)
        for number in 0..<sorted.count { _ = intern(sorted.bytes(of: number)) }
    }

    private func isWord(_ number: Int, equalTo word: UnsafeBufferPointer<UInt8>) -> Bool {
        guard length(of: number) == word.count else { return false }
        let start = Int(starts[number])
        return bytes.withUnsafeBufferPointer { all in
            for index in 0..<word.count where all[start + index] != word[index] { return false }
            return true
        }
    }

    private mutating func grow() {
        slots = [Int32](repeating: 0, count: slots.count * 2)
        for (number, hash) in hashes.enumerated() {
            var slot = Int(hash) & (slots.count - 1)
            while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
            slots[slot] = Int32(truncatingIfNeeded: number + 1)
        }
    }

    /// FNV-1a with a secret start, its halves folded at the end.
    private static func hash(_ word: UnsafeBufferPointer<UInt8>) -> UInt32 {
        var hash = seed
        for byte in word { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        hash ^= hash >> 29
        return UInt32(truncatingIfNeeded: hash ^ (hash >> 32))
    }
}
