/// Finds the credentials behind `Bearer` and `Basic` (RFC 9110, 11.4), whatever their letter case.
enum AuthorizationCredentials {
    /// The place of the credentials behind such a word.
    static func range(behind word: Range<Int>, in bytes: [UInt8]) -> Range<Int>? {
        guard
            (word.count == 6 && bytes.holdsLetters("bearer", at: word.lowerBound))
                || (word.count == 5 && bytes.holdsLetters("basic", at: word.lowerBound))
        else { return nil }
        let start = bytes.end(from: word.upperBound, within: 8) { $0 == 0x20 }
        let end = bytes.end(from: start) { $0.isBase64 || $0 == 0x2E || $0 == 0x7E }
        return isCredential(bytes[start..<end]) ? start..<end : nil
    }

    /// Prose says "bearer tokens" and "Basic authentication": shorter, and without a digit.
    private static func isCredential(_ bytes: ArraySlice<UInt8>) -> Bool {
        bytes.count >= shortest && (bytes.contains(where: \.isDigit) || bytes.count >= longestWord)
    }

    private static let shortest = 8
    private static let longestWord = 20
}
