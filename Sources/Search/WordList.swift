/// A fixed set of words, looked up by bytes.
struct WordList: Sendable {
    private let words: Vocabulary

    /// Makes a list of the words in a text, which blanks and line ends separate.
    init(_ text: StaticString) {
        words = text.withUTF8Buffer { bytes in
            var words = Vocabulary(capacity: 1024)
            var start = 0
            for index in 0...bytes.count where index == bytes.count || bytes[index].isASCIISpace {
                if index > start {
                    _ = words.intern(UnsafeBufferPointer(rebasing: bytes[start..<index]))
                }
                start = index + 1
            }
            return words
        }
    }

    /// Whether a word, in small letters, is in it.
    func contains(_ word: [UInt8]) -> Bool { words.number(of: word) != nil }

    /// Whether a word, in small letters, is in it.
    func contains(_ word: UnsafeBufferPointer<UInt8>) -> Bool { words.number(of: word) != nil }
}
