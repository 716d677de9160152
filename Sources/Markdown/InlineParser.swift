/// Turns the text of a paragraph, heading or cell into tokens (CommonMark 0.31.2, chapter 6, and
/// GFM strikethrough, with two tildes only: single ones are home folders and approximations).
struct InlineParser {
    /// The source.
    let text: ByteText
    /// The link reference definitions of the document.
    let references: LinkReferences
    /// The tokens so far.
    var tokens: InlineTokens
    /// The open brackets that may start links, outermost first.
    var brackets: [Bracket] = []
    /// The next byte to look at.
    var offset = 0

    /// Where the plain text starts that is not a token yet.
    private var textStart = 0
    private var codeSpans = CodeSpanScanner()
    private var rawHTML = RawHTMLScanner()

    init(_ text: ByteText, references: LinkReferences) {
        self.text = text
        self.references = references
        tokens = InlineTokens(text)
        tokens.list.reserveCapacity(8)
    }

    /// The inline content of a source.
    static func inlines(of source: String, references: LinkReferences) -> [Inline] {
        let text = ByteText(Array(source.utf8))
        guard text.bytes.contains(where: isMarkup) else {
            return source.isEmpty ? [] : [.text(source)]
        }
        var parser = InlineParser(text, references: references)
        var builder = InlineBuilder(parser.parse())
        return builder.build()
    }

    /// Whether a byte may mean something.
    static func isMarkup(_ byte: UInt8) -> Bool {
        switch byte {
        case .lineFeed, .backslash, .backtick, .asterisk, .underscore, .tilde, .openBracket,
            .lessThan, .ampersand, .openBrace:
            true
        default:
            false
        }
    }

    /// Parses all of the source.
    mutating func parse() -> InlineTokens {
        while offset < text.count {
            switch text[offset] {
            case .lineFeed: parseLineEnd()
            case .backslash: parseBackslash()
            case .backtick: parseBackticks()
            case .asterisk, .underscore, .tilde: parseDelimiters()
            case .openBracket: openBracket(isImage: false)
            case .exclamationMark where text[offset + 1] == .openBracket:
                openBracket(isImage: true)
            case .closeBracket: closeBracket()
            case .lessThan: parseLessThan()
            case .ampersand: parseAmpersand()
            case .openBrace where text[offset + 1] == .slash && text[offset + 2] == .asterisk:
                parseExpressionComment()
            default: offset += 1
            }
        }
        flushText(upTo: text.count)
        tokens.delimiters.match(from: 0)
        return tokens
    }

    /// Adds a token that ends before `end`, after the plain text in front of it.
    mutating func add(_ token: InlineToken, upTo end: Int) {
        flushText(upTo: offset)
        tokens.list.append(token)
        offset = end
        textStart = end
    }

    private mutating func flushText(upTo end: Int) {
        if end > textStart { tokens.list.append(.text(textStart..<end)) }
        textStart = max(textStart, end)
    }

    private mutating func parseLineEnd() {
        let textEnd = text.trimmedEnd(from: textStart, end: offset)
        let isHard =
            offset - textEnd >= 2 && text[offset - 1] == .space && text[offset - 2] == .space
        let lineFeed = offset
        offset = textEnd
        let next = text.skippingSpaces(from: lineFeed + 1, end: text.count)
        add(isHard ? .lineBreak : .softBreak, upTo: next)
    }

    private mutating func parseBackslash() {
        let next = text[offset + 1]
        if next == .lineFeed {
            let start = text.skippingSpaces(from: offset + 2, end: text.count)
            add(.lineBreak, upTo: start)
        } else if next.isPunctuation {
            add(.text(offset + 1..<offset + 2), upTo: offset + 2)
        } else {
            offset += 1
        }
    }

    private mutating func parseBackticks() {
        let end = text.endOfRun(of: .backtick, from: offset, end: text.count)
        let length = end - offset
        guard let close = codeSpans.close(in: text, from: end, length: length) else {
            offset = end
            return
        }
        add(.code(CodeSpanScanner.content(of: end..<close, in: text)), upTo: close + length)
    }

    private mutating func parseDelimiters() {
        let byte = text[offset]
        let end = text.endOfRun(of: byte, from: offset, end: text.count)
        let flanking = Flanking(of: offset..<end, in: text)
        let isUnderscore = byte == .underscore
        let run = DelimiterRun(
            byte: byte, length: end - offset,
            canOpen: isUnderscore ? flanking.opensWord : flanking.isLeft,
            canClose: isUnderscore ? flanking.closesWord : flanking.isRight)
        let isUsable = byte != .tilde || run.length == 2
        guard isUsable, run.canOpen || run.canClose else {
            offset = end
            return
        }
        add(.delimiters(tokens.delimiters.append(run)), upTo: end)
    }

    private mutating func parseLessThan() {
        if let autolink = AutolinkScanner.scan(text, at: offset) {
            let token = InlineToken.autolink(
                destination: autolink.destination, text: autolink.text)
            add(token, upTo: autolink.text.upperBound + 1)
        } else if let end = rawHTML.end(in: text, at: offset) {
            add(.html(offset..<end), upTo: end)
        } else {
            offset += 1
        }
    }

    /// Takes a comment of MDX: `{/* … */}`.
    private mutating func parseExpressionComment() {
        if let end = rawHTML.expressionEnd(in: text, at: offset) {
            add(.html(offset..<end), upTo: end)
        } else {
            offset += 1
        }
    }

    private mutating func parseAmpersand() {
        if let entity = Entity.scan(text, at: offset, end: text.count) {
            add(.replacement(entity.text), upTo: entity.end)
        } else {
            offset += 1
        }
    }
}
