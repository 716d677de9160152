/// Recognises `<https://example.com>` and `<someone@example.com>` (CommonMark 0.31.2, 6.5).
enum AutolinkScanner {
    /// The autolink whose `<` stands at an index.
    static func scan(_ text: ByteText, at start: Int) -> (destination: String, text: Range<Int>)? {
        guard let end = uriEnd(text, from: start + 1) else {
            guard let end = emailEnd(text, from: start + 1) else { return nil }
            return ("mailto:" + text.string(start + 1..<end), start + 1..<end)
        }
        return (text.string(start + 1..<end), start + 1..<end)
    }

    /// The index of the `>` behind an absolute URI.
    private static func uriEnd(_ text: ByteText, from start: Int) -> Int? {
        guard text[start].isLetter else { return nil }
        var index = start + 1
        while isSchemeByte(text[index]) { index += 1 }
        // A scheme has 2 to 32 characters (spec).
        guard 2...32 ~= index - start, text[index] == .colon else { return nil }
        index += 1
        while text[index] > 0x20, text[index] != .lessThan, text[index] != .greaterThan {
            index += 1
        }
        return text[index] == .greaterThan ? index : nil
    }

    /// The index of the `>` behind an e-mail address.
    private static func emailEnd(_ text: ByteText, from start: Int) -> Int? {
        var index = start
        while isLocalPartByte(text[index]) { index += 1 }
        guard index > start, text[index] == .at else { return nil }
        repeat {
            guard let end = domainLabelEnd(text, from: index + 1) else { return nil }
            index = end
        } while text[index] == .period
        return text[index] == .greaterThan ? index : nil
    }

    /// Where the domain label ends: at most 63 letters, digits and inner hyphens.
    private static func domainLabelEnd(_ text: ByteText, from start: Int) -> Int? {
        var index = start
        while text[index].isAlphanumeric || text[index] == .hyphen { index += 1 }
        let isWellFormed =
            1...63 ~= index - start && text[start] != .hyphen && text[index - 1] != .hyphen
        return isWellFormed ? index : nil
    }

    private static func isSchemeByte(_ byte: UInt8) -> Bool {
        byte.isAlphanumeric || byte == .plus || byte == .period || byte == .hyphen
    }

    private static func isLocalPartByte(_ byte: UInt8) -> Bool {
        if byte.isAlphanumeric { return true }
        switch byte {
        case UInt8(ascii: "!"), 0x23...0x27, .asterisk, .plus, .hyphen, .period, .slash, .equals,
            .questionMark, UInt8(ascii: "^"), .underscore, .backtick, 0x7B...0x7E:
            return true
        default:
            return false
        }
    }
}
