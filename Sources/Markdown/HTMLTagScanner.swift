/// Finds where HTML tags end (CommonMark 0.31.2, 6.6).
enum HTMLTagScanner {
    /// The index after the complete open or closing tag that starts at `<`.
    static func tagEnd(in text: ByteText, at start: Int, end: Int) -> Int? {
        if text[start + 1] == .slash {
            guard let nameEnd = nameEnd(in: text, at: start + 2, end: end) else { return nil }
            let close = text.skippingWhitespace(from: nameEnd, end: end)
            return close < end && text[close] == .greaterThan ? close + 1 : nil
        }
        guard var index = nameEnd(in: text, at: start + 1, end: end) else { return nil }
        while let attribute = attribute(in: text, at: index, end: end) { index = attribute.end }
        index = text.skippingWhitespace(from: index, end: end)
        if index < end, text[index] == .slash { index += 1 }
        return index < end && text[index] == .greaterThan ? index + 1 : nil
    }

    /// The attributes of an open tag, by name in small letters; `nil` if the tag has another name.
    static func attributes(ofTag name: String, in tag: ByteText) -> [String: String]? {
        guard let nameEnd = nameEnd(in: tag, at: 1, end: tag.count) else { return nil }
        guard tag.string(1..<nameEnd).lowercased() == name.lowercased() else { return nil }
        var result: [String: String] = [:]
        var index = nameEnd
        while let attribute = attribute(in: tag, at: index, end: tag.count) {
            let name = tag.string(attribute.name).lowercased()
            if let value = attribute.value, result[name] == nil {
                result[name] = tag.unescaped(value, resolvingBackslashes: false)
            }
            index = attribute.end
        }
        return result
    }

    /// Where a tag name ends.
    private static func nameEnd(in text: ByteText, at start: Int, end: Int) -> Int? {
        guard start < end, text[start].isLetter else { return nil }
        var index = start + 1
        while index < end, text[index].isAlphanumeric || text[index] == .hyphen { index += 1 }
        return index
    }

    /// One attribute of a tag.
    private struct Attribute {
        var name: Range<Int>
        var value: Range<Int>?
        var end: Int
    }

    /// Reads the whitespace and the attribute that stand at an index.
    private static func attribute(in text: ByteText, at start: Int, end: Int) -> Attribute? {
        let nameStart = text.skippingWhitespace(from: start, end: end)
        guard nameStart > start, nameStart < end, isNameStart(text[nameStart]) else { return nil }
        var index = nameStart + 1
        while index < end, isNameByte(text[index]) { index += 1 }
        let name = nameStart..<index
        let equals = text.skippingWhitespace(from: index, end: end)
        guard equals < end, text[equals] == .equals else {
            return Attribute(name: name, end: index)
        }
        let valueStart = text.skippingWhitespace(from: equals + 1, end: end)
        guard let value = value(in: text, at: valueStart, end: end) else { return nil }
        let isQuoted = value.lowerBound > valueStart
        return Attribute(name: name, value: value, end: value.upperBound + (isQuoted ? 1 : 0))
    }

    /// The range of an attribute value, quotes excluded.
    private static func value(in text: ByteText, at start: Int, end: Int) -> Range<Int>? {
        guard start < end else { return nil }
        let first = text[start]
        if first == .quotationMark || first == .apostrophe {
            let close = text.index(of: first, from: start + 1, end: end)
            return close < end ? start + 1..<close : nil
        }
        var index = start
        while index < end, isUnquotedValueByte(text[index]) { index += 1 }
        return index > start ? start..<index : nil
    }

    private static func isNameStart(_ byte: UInt8) -> Bool {
        byte.isLetter || byte == .underscore || byte == .colon
    }

    private static func isNameByte(_ byte: UInt8) -> Bool {
        isNameStart(byte) || byte.isDigit || byte == .period || byte == .hyphen
    }

    private static func isUnquotedValueByte(_ byte: UInt8) -> Bool {
        switch byte {
        case .quotationMark, .apostrophe, .equals, .lessThan, .greaterThan, .backtick: false
        default: !byte.isWhitespace
        }
    }
}
