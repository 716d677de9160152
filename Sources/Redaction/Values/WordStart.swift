/// Tells the letters of an escape from those of the word behind it: `\nword`, `%3Dword`.
enum WordStart {
    /// Whether an escape of JSON or of a URL ends at a place.
    static func isEscape(endingAt end: Int, in bytes: [UInt8]) -> Bool {
        if bytes.byte(at: end - 2) == UInt8(ascii: "\\"), let last = bytes.byte(at: end - 1) {
            return "nrtbf".utf8.contains(last)
        }
        if bytes.byte(at: end - 3) == UInt8(ascii: "%") {
            return bytes[(end - 2)..<end].allSatisfy { $0.hexDigit != nil }
        }
        if bytes.holds("\\u", at: end - 6) {
            return bytes[(end - 4)..<end].allSatisfy { $0.hexDigit != nil }
        }
        return false
    }

    /// Where the word begins that is written at a place, behind an escape that runs into it.
    static func start(of word: Range<Int>, in bytes: [UInt8]) -> Int {
        for length in [1, 2, 5] where length < word.count {
            let end = word.lowerBound + length
            if isEscape(endingAt: end, in: bytes) { return end }
        }
        return word.lowerBound
    }
}
