/// Finds keys that a sign in their middle marks.
enum SignedKey {
    /// The place of the key that the sign at a place belongs to.
    static func range(at place: Int, in bytes: [UInt8]) -> Range<Int>? {
        switch bytes[place] {
        case UInt8(ascii: "@"): AddressPassword.range(before: place, in: bytes)
        case UInt8(ascii: ":"): telegramToken(at: place, in: bytes)
        case UInt8(ascii: "|"): metaApplicationToken(at: place, in: bytes)
        case UInt8(ascii: "~"): azureClientSecret(at: place, in: bytes)
        default: nil
        }
    }

    /// `123456789:AAH…`, 35 signs behind the bot's number (core.telegram.org/bots/api).
    private static func telegramToken(at colon: Int, in bytes: [UInt8]) -> Range<Int>? {
        guard bytes.holds(":AA", at: colon) else { return nil }
        let end = bytes.end(from: colon + 1) { $0.isWordByte && $0 != UInt8(ascii: ".") }
        let start = digits(before: colon, in: bytes)
        return end - colon == 36 && (8...12).contains(colon - start) ? start..<end : nil
    }

    /// `123456789012345|AbC…`, an app's number and 27 signs
    /// (developers.facebook.com/docs/facebook-login/guides/access-tokens).
    private static func metaApplicationToken(at bar: Int, in bytes: [UInt8]) -> Range<Int>? {
        let end = bytes.end(from: bar + 1, within: 28) { $0.isWordByte && $0 != UInt8(ascii: ".") }
        guard end - bar == 28 else { return nil }
        let start = digits(before: bar, in: bytes)
        return (13...17).contains(bar - start) ? start..<end : nil
    }

    /// Three signs, a digit, `Q~` and 31 to 34 more, as gitleaks knows Entra ID's client secrets.
    private static func azureClientSecret(at tilde: Int, in bytes: [UInt8]) -> Range<Int>? {
        guard tilde >= 5, bytes[tilde - 1] == UInt8(ascii: "Q"), bytes[tilde - 2].isDigit,
            bytes[(tilde - 5)..<tilde].allSatisfy(\.isWordByte)
        else { return nil }
        let end = bytes.end(from: tilde + 1, within: 34) {
            $0.isWordByte || $0 == UInt8(ascii: "~")
        }
        return end - tilde > 31 ? (tilde - 5)..<end : nil
    }

    private static func digits(before end: Int, in bytes: [UInt8]) -> Int {
        var start = end
        while start > max(0, end - 20), bytes[start - 1].isDigit { start -= 1 }
        return start
    }
}
