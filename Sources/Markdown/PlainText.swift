extension InlineText {
    /// What a reader sees: marks removed, code kept, links as their text, HTML tags dropped.
    ///
    /// Line ends and `<br>` become spaces.
    public var plainText: String {
        guard hasMarkup else { return source }
        let tokens = tokens
        var result: [UInt8] = []
        result.reserveCapacity(tokens.text.count)
        for token in tokens.list {
            switch token {
            case .text(let range), .autolink(_, let range):
                result.append(contentsOf: tokens.text[range])
            case .replacement(let text), .code(let text): result.append(contentsOf: text.utf8)
            case .html(let range):
                if isLineBreak(tokens.text[range]) { result.append(.space) }
            case .softBreak, .lineBreak: result.append(.space)
            case .delimiters(let index):
                let run = tokens.delimiters.runs[index]
                result.append(contentsOf: repeatElement(run.byte, count: run.remaining))
            case .openLink(nil): result.append(.openBracket)
            case .openImage(nil): result.append(contentsOf: [.exclamationMark, .openBracket])
            case .openLink, .openImage, .closeLink: continue
            }
        }
        return String(decoding: result, as: UTF8.self)
    }
}

extension Sequence<Inline> {
    /// What a reader sees, as in ``InlineText/plainText``.
    public var plainText: String {
        var result = ""
        for inline in self { result += inline.plainText }
        return result
    }
}

extension Inline {
    /// What a reader sees, as in ``InlineText/plainText``.
    public var plainText: String {
        switch self {
        case .text(let text), .code(let text): text
        case .emphasis(let content), .strong(let content), .strikethrough(let content):
            content.plainText
        case .link(_, _, let content): content.plainText
        case .image(_, _, let description): description.plainText
        case .html(let tag): isLineBreak(tag.utf8) ? " " : ""
        case .softBreak, .lineBreak: " "
        }
    }
}

/// Whether a tag is `<br>` in one of its spellings.
private func isLineBreak(_ tag: some Sequence<UInt8>) -> Bool {
    let letters = tag.filter(\.isLetter).map(\.lowered)
    return letters == [UInt8(ascii: "b"), UInt8(ascii: "r")]
}
