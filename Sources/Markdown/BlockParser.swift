/// Parses the blocks of a text line by line (CommonMark 0.31.2, appendix "A parsing strategy").
///
/// The open blocks form a stack, the document at its bottom. A line first continues some of
/// them, then opens new ones, and what is left of it goes to the innermost; a block is turned
/// into a ``Block`` of its parent when it closes.
struct BlockParser {
    /// How many blocks may be open inside each other; deeper markers count as text.
    static let maximumDepth = 200

    /// The current line.
    var scanner: LineScanner
    /// The open blocks, outermost first.
    var stack: [OpenBlock]
    /// How many of ``stack`` the current line continues.
    var matched = 1
    /// The link reference definitions found so far.
    var references = LinkReferences()
    /// How many empty cells short table rows were filled up with.
    var paddedCells = 0

    /// Starts at a byte, whose line has that number.
    init(_ text: ByteText, from offset: Int = 0, line: Int = 1) {
        scanner = LineScanner(text, from: offset, line: line)
        stack = [OpenBlock(.document, at: Position(line: line, column: 1))]
    }

    /// Parses all lines.
    mutating func parse() -> [Block] {
        while scanner.nextLine() { parseLine() }
        close(downTo: 1)
        guard !references.targets.isEmpty else { return stack[0].children }
        return stack[0].children.map { $0.resolving(references) }
    }

    private mutating func parseLine() {
        guard continueOpenBlocks(), openBlocks() else { return }
        addRest()
    }

    // MARK: Continuing open blocks

    /// Counts in ``matched`` the open blocks that the line continues; `false` when it ends one.
    private mutating func continueOpenBlocks() -> Bool {
        matched = 1
        while matched < stack.count {
            if case .fencedCode(let fence) = stack[matched].kind, fence.isClosed(by: scanner) {
                stack[matched].endLine = scanner.number
                close(downTo: matched)
                return false
            }
            if closesCallout(at: matched) {
                stack[matched].endLine = scanner.number
                close(downTo: matched)
                return false
            }
            guard continueBlock(at: matched) else { return true }
            matched += 1
        }
        return true
    }

    /// Takes from the line what continues one open block, if it does.
    private mutating func continueBlock(at index: Int) -> Bool {
        switch stack[index].kind {
        case .document, .list:
            return true
        case .quote:
            return continueQuote(at: index)
        case .item(let contentIndent):
            return continueItem(at: index, contentIndent: contentIndent)
        case .callout(let body):
            return continueCallout(body)
        case .paragraph, .table:
            return !scanner.isBlank
        case .indentedCode:
            guard scanner.indent >= 4 || scanner.isBlank else { return false }
            scanner.skipColumns(4)
            return true
        case .fencedCode(let fence):
            scanner.skipColumns(fence.indent)
            return true
        case .html(let kind):
            return !kind.endsAtBlankLine || !scanner.isBlank
        }
    }

    private mutating func continueQuote(at index: Int) -> Bool {
        guard scanner.indent < 4, scanner.first == .greaterThan else { return false }
        skipQuoteMarker()
        stack[index].endLine = scanner.number
        return true
    }

    private mutating func continueItem(at index: Int, contentIndent: Int) -> Bool {
        if scanner.isBlank {
            // An item that starts with a blank line ends at the next one.
            let hasContent = index + 1 < stack.count || stack[index].lastChildEnd != nil
            guard hasContent else { return false }
            scanner.skipColumns(contentIndent)
            return true
        }
        guard scanner.indent >= contentIndent else { return false }
        scanner.skipColumns(contentIndent)
        return true
    }

    /// Takes `>` and one space or column of a tab behind it.
    mutating func skipQuoteMarker() {
        scanner.skipIndentAndBytes(1)
        scanner.skipColumns(1)
    }

    // MARK: Adding text

    /// Gives what is left of the line to the innermost block.
    private mutating func addRest() {
        let isLazy = matched < stack.count && !scanner.isBlank && stack[stack.count - 1].isParagraph
        if !isLazy { close(downTo: matched) }
        let top = stack.count - 1
        switch stack[top].kind {
        case .paragraph:
            add(scanner.content, to: top)
        case .indentedCode, .fencedCode:
            add(scanner.rest, to: top)
        case .html(let kind):
            add(scanner.rest, to: top)
            if kind.isClosed(by: scanner) { close(downTo: top) }
        case .table:
            addTableRow(to: top)
        case .document, .quote, .item, .list, .callout:
            guard !scanner.isBlank else { return }
            open(.paragraph, at: scanner.contentPosition)
            add(scanner.content, to: stack.count - 1)
        }
    }

    private mutating func add(_ line: TextLine, to index: Int) {
        stack[index].lines.append(line)
        stack[index].endLine = line.number
    }
}
