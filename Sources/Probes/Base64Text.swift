/// Decodes Base64, which keys and tokens are made of.
enum Base64Text {
    /// Which signs stand for 62 and 63, and whether `=` may fill up the end.
    enum Form {
        /// `-` and `_`, nothing filled up, as in a JSON Web Token (RFC 7515, 2).
        case url
        /// `+` and `/` or `-` and `_`, filled up or not, as people's keys have it.
        case any
    }

    /// The bytes that a text stands for (RFC 4648, 4 and 5); `nil` where it is no Base64.
    static func bytes(of text: some StringProtocol, _ form: Form) -> [UInt8]? {
        var digits = Substring(text).utf8
        if form == .any {
            for _ in 0..<2 where digits.last == UInt8(ascii: "=") { digits.removeLast() }
        }
        // A single digit left over is less than a byte.
        guard digits.count % 4 != 1 else { return nil }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(digits.count / 4 * 3 + 2)
        var bits: UInt32 = 0
        var count = 0
        for digit in digits {
            guard let value = value(of: digit, form) else { return nil }
            bits = bits << 6 | UInt32(value)
            count += 6
            if count >= 8 {
                count -= 8
                bytes.append(UInt8(truncatingIfNeeded: bits >> UInt32(count)))
            }
        }
        return bytes
    }

    private static func value(of digit: UInt8, _ form: Form) -> UInt8? {
        switch digit {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): digit - UInt8(ascii: "A")
        case UInt8(ascii: "a")...UInt8(ascii: "z"): digit - UInt8(ascii: "a") + 26
        case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - UInt8(ascii: "0") + 52
        case UInt8(ascii: "-"): 62
        case UInt8(ascii: "_"): 63
        case UInt8(ascii: "+") where form == .any: 62
        case UInt8(ascii: "/") where form == .any: 63
        default: nil
        }
    }
}
