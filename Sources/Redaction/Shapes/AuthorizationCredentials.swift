/// Finds the credentials behind `Bearer` and `Basic` (RFC 9110, 11.4), whatever their letter case.
enum AuthorizationCredentials {
    /// The place of the credentials behind such a word.
    static func range(behind word: Range<Int>, in bytes: [UInt8]) -> Range<Int>? {
        let isBasic = word.count == 5 && bytes.holdsLetters("basic", at: word.lowerBound)
        guard isBasic || (word.count == 6 && bytes.holdsLetters("bearer", at: word.lowerBound))
        else { return nil }
        let start = bytes.end(from: word.upperBound, within: 8) { $0 == 0x20 }
        let end = bytes.end(from: start) { $0.isBase64 || $0 == 0x2E || $0 == 0x7E }
        let credentials = bytes[start..<end]
        return isCredential(credentials) || (isBasic && isPair(credentials)) ? start..<end : nil
    }

    /// Prose says "bearer tokens" and "Basic authentication": shorter, and without a digit.
    private static func isCredential(_ bytes: ArraySlice<UInt8>) -> Bool {
        bytes.count >= shortest && (bytes.contains(where: \.isDigit) || bytes.count >= longestWord)
    }

    /// A name and a password in base64 (RFC 7617, 2), which a word of prose is not: read as base64,
    /// its letters make no text that has a colon.
    private static func isPair(_ bytes: ArraySlice<UInt8>) -> Bool {
        guard bytes.count >= shortest, let text = Base64Forms.decoded(bytes) else { return false }
        return text.contains(UInt8(ascii: ":")) && text.allSatisfy { $0 >= 0x20 && $0 != 0x7F }
            && text.text.utf8.elementsEqual(text)
    }

    private static let shortest = 8
    private static let longestWord = 20
}
