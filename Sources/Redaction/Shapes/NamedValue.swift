/// Finds the value beside a name that says secret: `password=…`, `"api_key": "…"`, `?token=…`,
/// `<password>…</password>`, within JSON in JSON and URLs in URLs too.
enum NamedValue {
    /// Where the value behind a name begins, and what it is written in.
    struct Pair {
        /// The first byte of the value, behind its quote.
        var start: Int
        /// The quote around it.
        var quote: UInt8?
        /// Whether a backslash stands before the quotes, as in JSON in JSON.
        var isEscaped = false
        /// Whether a colon parts them, as in prose, or the arrow of code.
        var isProse = false
        /// Whether it is the content of an element.
        var isElement = false
    }

    /// What stands behind a word, if the word names it.
    static func pair(of name: Range<Int>, in bytes: [UInt8]) -> Pair? {
        var place = name.upperBound
        if bytes.byte(at: place) == backslash, isQuote(bytes.byte(at: place + 1)) { place += 1 }
        let isQuoted = isQuote(bytes.byte(at: place))
        if isQuoted { place += 1 }
        if bytes.byte(at: place) == UInt8(ascii: "]") { place += 1 }
        let sign = bytes.end(from: place, within: 16) { $0 == 0x20 }
        guard let end = signEnd(at: sign, behind: name, in: bytes) else { return nil }
        let isElement = bytes[sign] == UInt8(ascii: ">")
        var start = isElement ? end : bytes.end(from: end, within: 16) { $0 == 0x20 }
        // Python's `b'…'`.
        if bytes.byte(at: start) == UInt8(ascii: "b"), isQuote(bytes.byte(at: start + 1)) {
            start += 1
        }
        let isEscaped = bytes.byte(at: start) == backslash && isQuote(bytes.byte(at: start + 1))
        if isEscaped { start += 1 }
        let quote = bytes.byte(at: start).flatMap { isQuote($0) ? $0 : nil }
        return Pair(
            start: quote == nil ? start : start + 1, quote: quote, isEscaped: isEscaped,
            isProse: bytes[sign] == UInt8(ascii: ":") || end == sign + 2, isElement: isElement)
    }

    /// The place behind the sign that parts a name and its value.
    private static func signEnd(at sign: Int, behind name: Range<Int>, in bytes: [UInt8]) -> Int? {
        let next = bytes.byte(at: sign + 1)
        switch bytes.byte(at: sign) {
        case UInt8(ascii: "="):
            // Ruby's `=>`; `key==value` compares, `key=~value` too.
            if next == UInt8(ascii: ">") { return sign + 2 }
            return next == UInt8(ascii: "=") || next == UInt8(ascii: "~") ? nil : sign + 1
        case UInt8(ascii: ":"):
            // `key:=value` and `key://` are something else.
            return next == UInt8(ascii: "=") || next == UInt8(ascii: "/") ? nil : sign + 1
        case UInt8(ascii: "%"):
            let isSign = bytes.holdsLetters("%3d", at: sign) || bytes.holdsLetters("%3a", at: sign)
            return isSign ? sign + 3 : nil
        case UInt8(ascii: ">"):
            return bytes.byte(at: name.lowerBound - 1) == UInt8(ascii: "<") ? sign + 1 : nil
        default: return nil
        }
    }

    private static let backslash = UInt8(ascii: "\\")

    private static func isQuote(_ byte: UInt8?) -> Bool {
        byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'")
    }
}
