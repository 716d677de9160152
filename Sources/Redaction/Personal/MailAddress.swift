/// Finds e-mail addresses, as far as people write them (RFC 5321, 4.1.2, without quoted names).
enum MailAddress {
    /// The place of the address around an `@`.
    static func range(around at: Int, in bytes: [UInt8]) -> Range<Int>? {
        var start = at
        while start > max(0, at - longestName), isNameByte(bytes[start - 1]) { start -= 1 }
        // A full stop or a hyphen at the start belongs to the sentence.
        while start < at, !bytes[start].isAlphanumeric { start += 1 }
        var end = bytes.end(from: at + 1, within: longestDomain) {
            $0.isAlphanumeric || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ".")
        }
        while end > at + 1, !bytes[end - 1].isAlphanumeric { end -= 1 }
        guard start < at, let dot = bytes[(at + 1)..<end].lastIndex(of: UInt8(ascii: ".")),
            end - dot > 2, bytes[(dot + 1)..<end].allSatisfy(\.isLetter)
        else { return nil }
        return start..<end
    }

    private static let longestName = 64
    private static let longestDomain = 255

    private static func isNameByte(_ byte: UInt8) -> Bool {
        byte.isWordByte || "%+'".utf8.contains(byte)
    }
}
