/// The seven kinds of HTML block, which differ in how they start and end (CommonMark 0.31.2, 4.6),
/// and the comments of MDX.
enum HTMLBlockKind {
    /// `<script>`, `<pre>`, `<style>` or `<textarea>`, to the line with any of their end tags.
    case verbatim
    /// `<!-- … -->`
    case comment
    /// `<? … ?>`
    case processingInstruction
    /// `<!X … >`
    case declaration
    /// `<![CDATA[ … ]]>`
    case characterData
    /// `{/* … */}`, a comment of MDX
    case expression
    /// A block-level tag, to the next blank line.
    case blockTag
    /// Any complete tag alone on its line, to the next blank line.
    case otherTag

    /// Whether a blank line ends it.
    var endsAtBlankLine: Bool {
        switch self {
        case .blockTag, .otherTag: true
        default: false
        }
    }

    /// Recognises the start of an HTML block in a line.
    init?(opening line: LineScanner, inParagraph: Bool) {
        let (text, start, end) = (line.text, line.contentOffset, line.end)
        switch text[start + 1] {
        case .questionMark:
            self = .processingInstruction
        case .exclamationMark:
            guard let kind = Self.markup(text, at: start, end: end) else { return nil }
            self = kind
        default:
            guard let kind = Self.tag(text, at: start, end: end) else { return nil }
            // The tags of components end paragraphs, as in MDX.
            let name = text[start + 1] == .slash ? text[start + 2] : text[start + 1]
            let isComponent = name >= 0x41 && name <= 0x5A
            if case .otherTag = kind, inParagraph, !isComponent { return nil }
            self = kind
        }
    }

    /// Whether a line ends the block; it may be the one that starts it.
    func isClosed(by line: LineScanner) -> Bool {
        let (text, start, end) = (line.text, line.offset, line.end)
        switch self {
        case .verbatim: return Self.hasVerbatimEnd(text, from: start, end: end)
        case .comment: return text.indexAfter("-->", from: start, end: end) != nil
        case .processingInstruction: return text.indexAfter("?>", from: start, end: end) != nil
        case .declaration: return text.indexAfter(">", from: start, end: end) != nil
        case .characterData: return text.indexAfter("]]>", from: start, end: end) != nil
        case .expression: return text.indexAfter("*/}", from: start, end: end) != nil
        case .blockTag, .otherTag: return false
        }
    }

    private static func markup(_ text: ByteText, at start: Int, end: Int) -> HTMLBlockKind? {
        if text.hasPrefix("<!--", at: start, end: end) { return .comment }
        if text.hasPrefix("<![CDATA[", at: start, end: end) { return .characterData }
        return text[start + 2].isLetter ? .declaration : nil
    }

    private static func tag(_ text: ByteText, at start: Int, end: Int) -> HTMLBlockKind? {
        let isEndTag = text[start + 1] == .slash
        let nameStart = isEndTag ? start + 2 : start + 1
        guard nameStart < end, text[nameStart].isLetter else { return nil }
        let (name, nameEnd) = tagName(text, at: nameStart, end: end)
        let next = nameEnd < end ? text[nameEnd] : .space
        let isNameEnded = next.isSpaceOrTab || next == .greaterThan
        if !isEndTag, isNameEnded, verbatimTags.contains(name) { return .verbatim }
        if blockTags.contains(name) {
            let isEmptyTag = text.hasPrefix("/>", at: nameEnd, end: end)
            if isNameEnded || isEmptyTag { return .blockTag }
        }
        guard let tagEnd = HTMLTagScanner.tagEnd(in: text, at: start, end: end),
            text.skippingSpaces(from: tagEnd, end: end) == end
        else { return nil }
        return .otherTag
    }

    /// Reads a tag name in small letters; longer ones than HTML has are cut.
    private static func tagName(_ text: ByteText, at start: Int, end: Int) -> (String, Int) {
        var nameEnd = start
        while nameEnd < end, text[nameEnd].isAlphanumeric { nameEnd += 1 }
        let name = text[start..<min(nameEnd, start + 12)].map { $0.isDigit ? $0 : $0.lowered }
        return (String(decoding: name, as: UTF8.self), nameEnd)
    }

    private static func hasVerbatimEnd(_ text: ByteText, from start: Int, end: Int) -> Bool {
        var index = start
        while let nameStart = text.indexAfter("</", from: index, end: end) {
            let (name, nameEnd) = tagName(text, at: nameStart, end: end)
            if text[nameEnd] == .greaterThan, verbatimTags.contains(name) { return true }
            index = nameStart
        }
        return false
    }

    private static let verbatimTags: Set<String> = ["script", "pre", "style", "textarea"]

    /// The list of the spec.
    private static let blockTags: Set<String> = [
        "address", "article", "aside", "base", "basefont", "blockquote", "body", "caption",
        "center", "col", "colgroup", "dd", "details", "dialog", "dir", "div", "dl", "dt",
        "fieldset", "figcaption", "figure", "footer", "form", "frame", "frameset", "h1", "h2",
        "h3", "h4", "h5", "h6", "head", "header", "hr", "html", "iframe", "legend", "li", "link",
        "main", "menu", "menuitem", "nav", "noframes", "ol", "optgroup", "option", "p", "param",
        "search", "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "title",
        "tr", "track", "ul",
    ]
}
