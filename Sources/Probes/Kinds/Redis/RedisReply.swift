/// One answer of the server, as `redis-cli --no-raw` writes it.
enum RedisReply: Sendable, Hashable {
    /// A text, or a word such as `PONG`.
    case text(String)
    /// A number.
    case integer(Int)
    /// Nothing is there.
    case null
    /// A list of texts and numbers.
    case list([RedisReply])
    /// The server refuses: the first word is a code, such as `NOAUTH`.
    case error(String)

    /// Reads what was printed; the form is that of `cliFormatReplyTTY` in redis-cli.c.
    init(_ output: String) {
        // What is no text in quotes ends with a line feed.
        let text = output.last == "\n" ? String(output.dropLast()) : output
        if let reply = Self.scalar(text) {
            self = reply
        } else if let elements = Self.list(text) {
            self = .list(elements)
        } else {
            self = .text(text)
        }
    }

    /// An answer that is written on one line by rules of its own.
    private static func scalar(_ text: String) -> RedisReply? {
        if text == "(nil)" { return .null }
        if text == "(empty array)" || text == "(empty list or set)" { return .list([]) }
        for mark in ["(integer) ", "(error) ", "(double) "] where text.hasPrefix(mark) {
            let rest = text.dropFirst(mark.count)
            if mark == "(error) " { return .error(PlainText.line(of: rest)) }
            return Int(rest).map(RedisReply.integer) ?? .text(String(rest))
        }
        if text.count >= 2, text.hasPrefix("\""), text.hasSuffix("\""), !text.contains("\n") {
            return .text(unescaped(text.utf8.dropFirst().dropLast()))
        }
        return nil
    }

    /// `1) "a"` and so on, one a line.
    private static func list(_ text: String) -> [RedisReply]? {
        var elements: [RedisReply] = []
        for line in text.split(separator: "\n") {
            let trimmed = line.drop { $0 == " " }
            let number = trimmed.prefix { $0.isNumber }
            guard !number.isEmpty, trimmed.dropFirst(number.count).hasPrefix(") ") else {
                return nil
            }
            let rest = String(trimmed.dropFirst(number.count + 2))
            elements.append(scalar(rest) ?? .text(rest))
        }
        return elements.isEmpty ? nil : elements
    }

    /// Resolves `\n`, `\"`, `\x1b` and the like (`sdscatrepr` in sds.c).
    private static func unescaped(_ bytes: some Sequence<UInt8>) -> String {
        var output: [UInt8] = []
        var rest = Array(bytes)[...]
        while let byte = rest.popFirst() {
            guard byte == UInt8(ascii: "\\"), let escaped = rest.popFirst() else {
                output.append(byte)
                continue
            }
            if escaped == UInt8(ascii: "x"),
                let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
            {
                output.append(value)
                rest = rest.dropFirst(2)
            } else {
                output.append(meanings[escaped] ?? escaped)
            }
        }
        return String(decoding: output, as: UTF8.self)
    }

    private static let meanings: [UInt8: UInt8] = [
        UInt8(ascii: "n"): 0x0A, UInt8(ascii: "r"): 0x0D, UInt8(ascii: "t"): 0x09,
        UInt8(ascii: "a"): 0x07, UInt8(ascii: "b"): 0x08,
    ]
}
