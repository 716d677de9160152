/// Finds the ends of raw HTML within text (CommonMark 0.31.2, 6.6) and remembers which endings
/// the text lacks, so that many unclosed comments cost one look through it.
struct RawHTMLScanner {
    private var lacksComment = false
    private var lacksInstruction = false
    private var lacksDeclaration = false
    private var lacksCharacterData = false
    private var lacksExpression = false

    /// The index behind the tag, comment, instruction or declaration whose `<` stands at an index.
    mutating func end(in text: ByteText, at start: Int) -> Int? {
        switch text[start + 1] {
        case .questionMark:
            return search("?>", in: text, from: start + 2, unless: &lacksInstruction)
        case .exclamationMark:
            return markupEnd(in: text, at: start)
        default:
            return HTMLTagScanner.tagEnd(in: text, at: start, end: text.count)
        }
    }

    /// The index behind the comment of MDX that starts at an index.
    mutating func expressionEnd(in text: ByteText, at start: Int) -> Int? {
        search("*/}", in: text, from: start + 3, unless: &lacksExpression)
    }

    private mutating func markupEnd(in text: ByteText, at start: Int) -> Int? {
        let end = text.count
        if text.hasPrefix("<!--", at: start, end: end) {
            if text.hasPrefix("<!-->", at: start, end: end) { return start + 5 }
            if text.hasPrefix("<!--->", at: start, end: end) { return start + 6 }
            return search("-->", in: text, from: start + 4, unless: &lacksComment)
        }
        if text.hasPrefix("<![CDATA[", at: start, end: end) {
            return search("]]>", in: text, from: start + 9, unless: &lacksCharacterData)
        }
        guard text[start + 2].isLetter else { return nil }
        return search(">", in: text, from: start + 3, unless: &lacksDeclaration)
    }

    private func search(
        _ needle: StaticString, in text: ByteText, from start: Int, unless isLacking: inout Bool
    ) -> Int? {
        guard !isLacking else { return nil }
        let end = text.indexAfter(needle, from: start, end: text.count)
        isLacking = end == nil
        return end
    }
}
