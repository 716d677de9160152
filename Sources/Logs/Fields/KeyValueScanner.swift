import Machine

/// Finds `name=value` pairs in a line.
///
/// Values are bare words or stand in double or single quotes, as logfmt has them (Go's
/// `kr/logfmt`) and as Python writes its texts. What is no pair is passed over: the event in front
/// of structlog's pairs, the words of a message.
enum KeyValueScanner {
    private static let nameStart: ByteSet = "_@"
    private static let nameMarks: ByteSet = "_-.@/"
    private static let comparison: ByteSet = "=>~"
    private static let separators: ByteSet = ",;([{"
    private static let listMarks: ByteSet = ",;"

    /// The pairs in their order.
    static func pairs(in text: ArraySlice<UInt8>) -> [(String, JSONValue)] {
        var pairs: [(String, JSONValue)] = []
        var cursor = ByteCursor(text)
        while cursor.current != nil {
            cursor.skip(while: isSeparator)
            let start = cursor.index
            cursor.skip(while: isOfName)
            let name = text[start..<cursor.index]
            if let first = name.first, first.isLetter || nameStart.contains(first),
                cursor.take(UInt8(ascii: "="))
            {
                // `a == b` and `a => b` are no pairs.
                if let next = cursor.current, comparison.contains(next) {
                    cursor.skip(while: { !isSeparator($0) })
                } else {
                    pairs.append((String(decoding: name, as: UTF8.self), value(&cursor)))
                }
            } else {
                cursor.skip(while: { !isSeparator($0) })
            }
        }
        return pairs
    }

    private static func isSeparator(_ byte: UInt8) -> Bool {
        byte <= 0x20 || separators.contains(byte)
    }

    private static func isOfName(_ byte: UInt8) -> Bool {
        byte.isLetter || byte.isDigit || nameMarks.contains(byte)
    }

    private static func value(_ cursor: inout ByteCursor) -> JSONValue {
        if let quote = cursor.current, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'"),
            let text = cursor.attempt({ quoted(&$0, by: quote) })
        {
            return .string(text)
        }
        let start = cursor.index
        cursor.skip(while: { $0 > 0x20 })
        var word = cursor.bytes[start..<cursor.index]
        while let last = word.last, listMarks.contains(last) { word.removeLast() }
        return plain(word)
    }

    /// A bare word: a number or truth where it reads as one.
    private static func plain(_ word: ArraySlice<UInt8>) -> JSONValue {
        let text = String(decoding: word, as: UTF8.self)
        switch text {
        case "true", "True": return .bool(true)
        case "false", "False": return .bool(false)
        default: break
        }
        guard word.first?.isDigit == true || word.first == UInt8(ascii: "-"),
            let number = try? JSONValue(parsing: word), number.double != nil
        else { return .string(text) }
        return number
    }

    /// A text up to its closing quote, `\` taking the sign behind it as it is; `nil` without one.
    private static func quoted(_ cursor: inout ByteCursor, by quote: UInt8) -> String? {
        _ = cursor.take(quote)
        var content: [UInt8] = []
        while let byte = cursor.takeOne(where: { _ in true }) {
            if byte == quote { return String(decoding: content, as: UTF8.self) }
            if byte == UInt8(ascii: "\\"), let next = cursor.takeOne(where: { _ in true }) {
                content.append(next == UInt8(ascii: "n") ? 0x20 : next)
            } else {
                content.append(byte)
            }
        }
        return nil
    }
}
