/// Reads the parts of links: labels, destinations and titles (CommonMark 0.31.2, 6.3).
enum LinkScanner {
    /// A part that was read, escapes resolved, and the index behind it.
    struct Piece {
        var text: String
        var end: Int
    }

    /// How long a label may be (spec).
    private static let maximumLabelLength = 999
    /// How deep parentheses may nest in a destination; cmark's limit.
    private static let maximumParentheses = 32

    /// The range between the brackets of the label at an index.
    static func label(in text: ByteText, at start: Int) -> Range<Int>? {
        guard text[start] == .openBracket else { return nil }
        var index = start + 1
        let limit = min(text.count, index + maximumLabelLength + 1)
        while index < limit {
            switch text[index] {
            case .backslash: index += 2
            case .openBracket: return nil
            case .closeBracket: return start + 1..<index
            default: index += 1
            }
        }
        return nil
    }

    /// What labels are compared by: case folded, whitespace collapsed; `nil` if blank or too long.
    static func normalised(_ label: Range<Int>, in text: ByteText) -> String? {
        guard label.count <= maximumLabelLength else { return nil }
        let words = text[label].split { $0.isWhitespace }
        guard !words.isEmpty else { return nil }
        let joined = String(decoding: Array(words.joined(separator: [.space])), as: UTF8.self)
        // Both ways, so that ẞ, ß and SS are the same.
        return joined.lowercased().uppercased()
    }

    /// The destination at an index, empty if nothing stands there.
    static func destination(in text: ByteText, at start: Int) -> Piece? {
        guard text[start] == .lessThan else { return bareDestination(in: text, at: start) }
        var index = start + 1
        while index < text.count {
            switch text[index] {
            case .backslash where text[index + 1].isPunctuation: index += 2
            case .greaterThan:
                return Piece(text: text.unescaped(start + 1..<index), end: index + 1)
            case .lessThan, .lineFeed: return nil
            default: index += 1
            }
        }
        return nil
    }

    private static func bareDestination(in text: ByteText, at start: Int) -> Piece? {
        var index = start
        var depth = 0
        scan: while index < text.count {
            let byte = text[index]
            switch byte {
            case .backslash where text[index + 1].isPunctuation:
                index += 1
            case .openParenthesis:
                depth += 1
                guard depth <= maximumParentheses else { return nil }
            case .closeParenthesis:
                if depth == 0 { break scan }
                depth -= 1
            case 0...0x20, 0x7F:
                break scan
            default:
                break
            }
            index += 1
        }
        guard depth == 0 else { return nil }
        return Piece(text: text.unescaped(start..<index), end: index)
    }

    /// The title in quotes or parentheses at an index.
    static func title(in text: ByteText, at start: Int) -> Piece? {
        let open = text[start]
        let isParenthesis = open == .openParenthesis
        guard isParenthesis || open == .quotationMark || open == .apostrophe else { return nil }
        let close: UInt8 = isParenthesis ? .closeParenthesis : open
        var index = start + 1
        while index < text.count {
            switch text[index] {
            case .backslash where text[index + 1].isPunctuation: index += 2
            case close: return Piece(text: text.unescaped(start + 1..<index), end: index + 1)
            case .openParenthesis where isParenthesis: return nil
            default: index += 1
            }
        }
        return nil
    }
}
