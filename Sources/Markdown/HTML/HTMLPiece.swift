/// A tag of raw HTML, or the text between two.
enum HTMLPiece {
    /// Text, with the line on which it starts.
    case text(String, line: Int)
    /// A tag or comment.
    case tag(HTMLTag)

    /// The pieces of raw HTML in order, the first of which stands on a line.
    static func pieces(of html: String, firstLine: Int) -> [HTMLPiece] {
        let text = ByteText(Array(html.utf8))
        var pieces: [HTMLPiece] = []
        var scanner = RawHTMLScanner()
        var line = firstLine
        var start = 0
        var index = 0
        while index < text.count {
            let isTag = text[index] == .lessThan
            guard isTag || text.hasPrefix("{/*", at: index, end: text.count),
                let end = isTag
                    ? scanner.end(in: text, at: index)
                    : scanner.expressionEnd(in: text, at: index)
            else {
                index += 1
                continue
            }
            add(start..<index, of: text, to: &pieces, line: &line)
            if let tag = HTMLTag(text, index..<end, line: line) { pieces.append(.tag(tag)) }
            line += text[index..<end].count { $0 == .lineFeed }
            index = end
            start = end
        }
        add(start..<text.count, of: text, to: &pieces, line: &line)
        return pieces
    }

    private static func add(
        _ range: Range<Int>, of text: ByteText, to pieces: inout [HTMLPiece], line: inout Int
    ) {
        guard !range.isEmpty else { return }
        pieces.append(.text(text.string(range), line: line))
        line += text[range].count { $0 == .lineFeed }
    }
}

/// An opening or closing tag.
struct HTMLTag {
    /// The name as written.
    let name: String
    /// Whether it is `</name>`.
    let isClosing: Bool
    /// Whether it is `<name />`.
    let isEmpty: Bool
    /// The tag as written.
    let source: ByteText
    /// The line on which it starts.
    let line: Int

    /// Reads the tag in a range; `nil` for comments and the like.
    init?(_ text: ByteText, _ range: Range<Int>, line: Int) {
        isClosing = text[range.lowerBound + 1] == .slash
        let start = range.lowerBound + (isClosing ? 2 : 1)
        var end = start
        while end < range.upperBound, text[end].isAlphanumeric || text[end] == .period { end += 1 }
        guard end > start, text[start].isLetter else { return nil }
        name = text.string(start..<end)
        isEmpty = text[range.upperBound - 2] == .slash
        source = ByteText(Array(text[range]))
        self.line = line
    }

    /// Whether it is the tag of a component, as JSX writes them.
    var isComponent: Bool { name.utf8.first.map { $0 >= 0x41 && $0 <= 0x5A } ?? false }

    /// The name in small letters.
    var kind: String { name.lowercased() }

    /// The title that a component shows.
    var title: String? {
        guard let attributes = HTMLTagScanner.attributes(ofTag: name, in: source) else {
            return nil
        }
        return ["title", "summary", "question", "header", "heading", "label"].lazy
            .compactMap { attributes[$0] }.first { !$0.isEmpty }
    }
}
