/// Makes callouts and tables of the HTML among sibling blocks.
///
/// Text between tags is Markdown again. Tags that say nothing about the structure are left out; a
/// tag that nobody closes is closed at the end of the siblings.
struct HTMLFolder {
    /// A box that is open.
    private struct Frame {
        var tag: String
        var callout: Callout
        var position: Position
        var blocks: [Block] = []
    }

    /// Boxes nested deeper are not told apart.
    private static let deepestNesting = 32

    /// The blocks outside of all boxes.
    private var blocks: [Block] = []
    private var frames: [Frame] = []
    /// The table that is open.
    private var table: HTMLTableBuilder?
    /// The blocks that the open table took, for the case that nobody closes it.
    private var taken: [Block] = []
    /// The text of a `<summary>` that is open.
    private var summary: String?
    private var summaryLine = 1
    /// Text between tags, as Markdown, and the line on which it starts.
    private var text = ""
    private var textLine = 1

    /// Takes the next sibling.
    mutating func add(_ block: Block) {
        if table != nil {
            // Nobody writes a heading into a table: somebody forgot to close it.
            if block.headingLevel != nil { giveUpTable() } else { taken.append(block) }
        }
        switch block.content {
        case .html(let html) where table != nil || isStructural(html):
            for piece in HTMLPiece.pieces(of: html, firstLine: block.position.line) { add(piece) }
            flush()
        case .code(let code) where !code.isFenced && !frames.isEmpty:
            // Within a component, indentation is only layout.
            append(Self.parse(code.text, line: code.textPosition.line))
        default:
            if table != nil { table?.add(block) } else { append([block]) }
        }
    }

    /// The siblings with everything closed.
    mutating func finish() -> [Block] {
        giveUpTable()
        while !frames.isEmpty { closeFrame() }
        return blocks
    }

    /// Whether HTML says something about the structure.
    private func isStructural(_ html: String) -> Bool {
        let text = ByteText(Array(html.utf8))
        return text.bytes.indices.contains { index in
            guard text[index] == .lessThan else { return false }
            let start = text[index + 1] == .slash ? index + 2 : index + 1
            if text[start] >= 0x41, text[start] <= 0x5A { return true }
            return text.hasPrefix("details", at: start, end: text.count)
                || text.hasPrefix("summary", at: start, end: text.count)
                || text.hasPrefix("table", at: start, end: text.count)
        }
    }

    // MARK: Pieces

    private mutating func add(_ piece: HTMLPiece) {
        switch piece {
        case .text(let written, let line):
            if summary != nil {
                summary? += written
            } else if table != nil {
                table?.add(written)
            } else {
                if text.isEmpty { textLine = line }
                text += written
            }
        case .tag(let tag):
            add(tag)
        }
    }

    private mutating func add(_ tag: HTMLTag) {
        switch tag.kind {
        case "summary" where tag.isClosing: closeSummary()
        case "summary": (summary, summaryLine) = ("", tag.line)
        case "table" where tag.isClosing: closeTable(at: tag.line)
        case "table" where table == nil && !tag.isEmpty:
            flush()
            table = HTMLTableBuilder(line: tag.line)
        case "tr", "td", "th", "thead", "tbody": table?.add(tag)
        case "details": toggle(tag, title: nil)
        default:
            if tag.isComponent {
                toggle(tag, title: tag.title)
            } else {
                addMark(HTMLMark.markdown(for: tag))
            }
        }
    }

    /// Adds what a tag is in Markdown.
    private mutating func addMark(_ mark: String) {
        if summary != nil {
            if !mark.utf8.contains(.lineFeed) { summary? += mark }
        } else if table != nil {
            table?.add(mark.utf8.contains(.lineFeed) ? "<br>" : mark)
        } else {
            text += mark
        }
    }

    // MARK: Boxes

    /// Opens a box with a title, or closes it.
    private mutating func toggle(_ tag: HTMLTag, title: String?) {
        guard table == nil else { return }
        flush()
        if tag.isClosing {
            guard frames.contains(where: { $0.tag == tag.name }) else { return }
            while let last = frames.last {
                closeFrame()
                if last.tag == tag.name { return }
            }
        } else if !tag.isEmpty, title != nil || tag.kind == "details",
            frames.count < Self.deepestNesting
        {
            let position = Position(line: tag.line, column: 1)
            let title = title.map { InlineText($0, at: position) }
            frames.append(
                Frame(
                    tag: tag.name, callout: Callout(kind: tag.kind, title: title),
                    position: position))
        }
    }

    private mutating func closeFrame() {
        guard var frame = frames.popLast() else { return }
        frame.callout.blocks = frame.blocks
        let endLine = frame.blocks.last?.endLine ?? frame.position.line
        append([Block(.callout(frame.callout), at: frame.position, endLine: endLine)])
    }

    private mutating func closeSummary() {
        guard let written = summary else { return }
        summary = nil
        guard !frames.isEmpty, frames[frames.count - 1].callout.title == nil else { return }
        let title = written.split(whereSeparator: \.isNewline).joined(separator: " ")
        frames[frames.count - 1].callout.title = InlineText(
            title, at: Position(line: summaryLine, column: 1))
    }

    /// Leaves the blocks of a table that nobody closed as they are.
    private mutating func giveUpTable() {
        guard table != nil else { return }
        table = nil
        append(taken)
        taken = []
    }

    private mutating func closeTable(at line: Int) {
        guard let open = table else { return }
        table = nil
        taken = []
        guard let block = open.finish(endLine: line) else { return }
        append([block])
    }

    // MARK: Blocks

    /// Parses the text gathered so far.
    private mutating func flush() {
        guard !text.isEmpty else { return }
        append(Self.parse(text, line: textLine))
        text = ""
    }

    private mutating func append(_ added: [Block]) {
        if frames.isEmpty {
            blocks += added
        } else {
            frames[frames.count - 1].blocks += added
        }
    }

    /// Parses text between tags, the indentation that all of its lines share taken off.
    private static func parse(_ text: String, line: Int) -> [Block] {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        let indents = lines.dropFirst().compactMap { line -> Int? in
            let indent = line.utf8.prefix { $0.isSpaceOrTab }.count
            return indent == line.utf8.count ? nil : indent
        }
        let shared = indents.min() ?? 0
        let dedented = lines.map { line in
            let indent = line.utf8.prefix { $0.isSpaceOrTab }.count
            return String(Substring(line.utf8.dropFirst(min(indent, shared))))
        }
        var parser = BlockParser(
            ByteText(Array(dedented.joined(separator: "\n").utf8)), from: 0, line: line)
        return parser.parse()
    }
}
