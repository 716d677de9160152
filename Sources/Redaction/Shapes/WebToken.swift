/// Finds JSON Web Tokens: three parts in base64, the first of which begins with `{"` (RFC 7515, 3.1).
enum WebToken {
    /// The places of the tokens.
    static func ranges(in bytes: [UInt8]) -> [Range<Int>] {
        var found: [Range<Int>] = []
        for start in bytes.places(of: "eyJ") where start >= (found.last?.upperBound ?? 0) {
            // Behind `=` or `--` one may begin, within a word none does.
            if start > 0, bytes[start - 1].isLetter || bytes[start - 1].isDigit { continue }
            let end = bytes.end(from: start) { $0.isBase64 || $0 == UInt8(ascii: ".") }
            let dots = bytes[start..<end].count { $0 == UInt8(ascii: ".") }
            if dots >= 1, end - start >= shortest { found.append(start..<end) }
        }
        return found
    }

    private static let shortest = 20
}
