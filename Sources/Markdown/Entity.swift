/// Character references such as `&amp;`, `&#35;` and `&#x22;` (CommonMark 0.31.2, 2.5).
enum Entity {
    /// The reference at an index: what it stands for, and the index behind it.
    static func scan(_ text: ByteText, at start: Int, end: Int) -> (text: String, end: Int)? {
        guard text[start] == .ampersand else { return nil }
        guard text[start + 1] == .numberSign else { return named(text, at: start + 1, end: end) }
        let isHexadecimal = text[start + 2].lowered == UInt8(ascii: "x")
        return numeric(
            text, at: isHexadecimal ? start + 3 : start + 2, end: end,
            radix: isHexadecimal ? 16 : 10)
    }

    private static func named(
        _ text: ByteText, at start: Int, end: Int
    ) -> (text: String, end: Int)? {
        var index = start
        // The longest name in ``table`` is far shorter.
        let limit = min(end, start + 32)
        while index < limit, text[index].isAlphanumeric { index += 1 }
        guard index > start, index < end, text[index] == .semicolon,
            let replacement = table[text.string(start..<index)]
        else { return nil }
        return (replacement, index + 1)
    }

    private static func numeric(
        _ text: ByteText, at start: Int, end: Int, radix: UInt32
    ) -> (text: String, end: Int)? {
        let maximumLength = radix == 16 ? 6 : 7
        var value: UInt32 = 0
        var index = start
        while index < end, index - start < maximumLength, text[index].isHexadecimalDigit,
            let digit = Character(Unicode.Scalar(text[index])).hexDigitValue, digit < radix
        {
            value = value * radix + UInt32(digit)
            index += 1
        }
        guard index > start, index < end, text[index] == .semicolon else { return nil }
        let scalar = value == 0 ? nil : Unicode.Scalar(value)
        return (String(Character(scalar ?? "\u{FFFD}")), index + 1)
    }

    /// The names people write; the whole list of HTML has 2,125, most of them mathematics.
    private static let table: [String: String] = [
        "AElig": "Æ", "Auml": "Ä", "Dcaron": "Ď", "Eacute": "É", "Ouml": "Ö", "Uuml": "Ü",
        "aacute": "á", "acute": "´", "agrave": "à", "amp": "&", "apos": "'", "aring": "å",
        "asymp": "≈", "auml": "ä", "bull": "•", "ccedil": "ç", "cent": "¢", "check": "✓",
        "copy": "©", "cross": "✗", "darr": "↓", "deg": "°", "divide": "÷", "eacute": "é",
        "egrave": "è", "emsp": "\u{2003}", "ensp": "\u{2002}", "euro": "€", "frac12": "½",
        "frac14": "¼", "frac34": "¾", "ge": "≥", "gt": ">", "half": "½",
        "hellip": "…", "iacute": "í", "infin": "∞", "laquo": "«", "larr": "←", "ldquo": "“",
        "le": "≤", "lsquo": "‘", "lt": "<", "mdash": "—", "micro": "µ", "middot": "·",
        "minus": "−", "nbsp": "\u{A0}", "ndash": "–", "ne": "≠", "ntilde": "ñ", "oacute": "ó",
        "ouml": "ö", "para": "¶", "plusmn": "±", "pound": "£", "quot": "\"", "raquo": "»",
        "rarr": "→", "rdquo": "”", "reg": "®", "rsquo": "’", "sect": "§", "shy": "\u{AD}",
        "sup2": "²", "szlig": "ß", "thinsp": "\u{2009}", "times": "×", "trade": "™",
        "uacute": "ú", "uarr": "↑", "uuml": "ü", "yen": "¥", "zwj": "\u{200D}",
        "zwnj": "\u{200C}",
    ]
}

extension ByteText {
    /// The text of a range with backslash escapes and character references resolved.
    func unescaped(_ range: Range<Int>, resolvingBackslashes: Bool = true) -> String {
        guard self[range].contains(where: { $0 == .backslash || $0 == .ampersand }) else {
            return string(range)
        }
        var result: [UInt8] = []
        var index = range.lowerBound
        while index < range.upperBound {
            let byte = self[index]
            let hasNext = index + 1 < range.upperBound
            if resolvingBackslashes, byte == .backslash, hasNext, self[index + 1].isPunctuation {
                result.append(self[index + 1])
                index += 2
            } else if let entity = Entity.scan(self, at: index, end: range.upperBound) {
                result.append(contentsOf: entity.text.utf8)
                index = entity.end
            } else {
                result.append(byte)
                index += 1
            }
        }
        return String(decoding: result, as: UTF8.self)
    }
}
