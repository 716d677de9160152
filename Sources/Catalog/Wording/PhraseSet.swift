/// Phrases that are looked for at the starts of words, all in one pass over a text.
struct PhraseSet: Sendable {
    /// The phrases in lower-case UTF-8, by their first byte.
    private let phrases: [[[UInt8]]]

    /// Makes a set of lower-case phrases; a blank at the end of one asks for the end of a word.
    init(_ list: [String]) {
        var phrases = [[[UInt8]]](repeating: [], count: 256)
        for phrase in list {
            let bytes = Array(phrase.utf8)
            guard let first = bytes.first else { continue }
            phrases[Int(first)].append(bytes)
        }
        self.phrases = phrases
    }

    /// Whether a text has one of the phrases; ASCII case does not count.
    func isFound(in text: String) -> Bool {
        let bytes = text.withBytes { $0.map(\.lowercasedASCII) } + [0x20]
        var isWordStart = true
        for index in bytes.indices {
            let byte = bytes[index]
            if isWordStart {
                for phrase in phrases[Int(byte)] where Self.starts(bytes, at: index, with: phrase) {
                    return true
                }
            }
            isWordStart = !(byte.isASCIILetter || byte >= 0x80)
        }
        return false
    }

    private static func starts(_ bytes: [UInt8], at index: Int, with phrase: [UInt8]) -> Bool {
        guard index + phrase.count <= bytes.count else { return false }
        for offset in phrase.indices where bytes[index + offset] != phrase[offset] {
            return false
        }
        return true
    }
}
