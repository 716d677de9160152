/// Finds JSON Web Tokens: parts in base64, the first of which begins with `{"` (RFC 7515, 3.1).
enum WebToken {
    /// The place of the token within a word, whole or cut off behind its first part.
    static func range(in word: Range<Int>, of bytes: [UInt8]) -> Range<Int>? {
        // Behind `--` or a name and a dot one may begin, within a word none does.
        guard word.count >= shortest,
            let start = bytes.place(of: "eyJ", from: word.lowerBound, within: word.count),
            start == word.lowerBound || !bytes[start - 1].isAlphanumeric,
            word.upperBound - start >= shortest,
            bytes[start..<word.upperBound].contains(UInt8(ascii: "."))
        else { return nil }
        // Some encoders pad each part.
        let end = bytes.end(from: word.upperBound, within: 2) { $0 == UInt8(ascii: "=") }
        return start..<end
    }

    private static let shortest = 20
}
