extension BlockParser {
    /// Opens a block in the innermost that can take it; those that the line leaves are closed.
    mutating func open(_ kind: OpenBlock.Kind, at position: Position) {
        close(downTo: matched)
        closeUntilBlocksFit()
        stack.append(OpenBlock(kind, at: position))
        matched = stack.count
    }

    /// Closes leaves and lists at the top of the stack.
    mutating func closeUntilBlocksFit() {
        while stack.count > 1, !stack[stack.count - 1].takesBlocks { closeTop() }
        matched = min(matched, stack.count)
    }

    /// Closes the innermost blocks until that many are left.
    mutating func close(downTo count: Int) {
        while stack.count > max(count, 1) { closeTop() }
    }

    /// Gives a closed block to the innermost open one.
    mutating func append(_ block: Block, startLine: Int) {
        let top = stack.count - 1
        stack[top].children.append(block)
        stack[top].noteChild(startLine: startLine, endLine: block.endLine)
    }

    private mutating func closeTop() {
        let block = stack.removeLast()
        switch block.kind {
        case .document: break
        case .quote: add(block, Self.content(ofQuote: block.children))
        case .callout: closeCallout(block)
        case .list(let marker): closeList(block, marker)
        case .item: closeItem(block)
        case .paragraph: closeParagraph(block)
        case .indentedCode: closeIndentedCode(block)
        case .fencedCode(let fence): closeFencedCode(block, fence)
        case .html: closeHTML(block)
        case .table: if let table = block.table { add(block, .table(table)) }
        }
    }

    private mutating func add(_ block: OpenBlock, _ content: Block.Content) {
        append(
            Block(content, at: block.position, endLine: block.endLine),
            startLine: block.position.line)
    }

    private mutating func closeCallout(_ block: OpenBlock) {
        guard var callout = block.callout else { return }
        callout.blocks = block.children
        add(block, .callout(callout))
    }

    // MARK: Lists

    private mutating func closeItem(_ item: OpenBlock) {
        let top = stack.count - 1
        stack[top].noteChild(startLine: item.position.line, endLine: item.endLine)
        if item.hasGap { stack[top].hasGap = true }
        stack[top].items.append(
            ListItem(blocks: item.children, position: item.position, endLine: item.endLine))
    }

    private mutating func closeList(_ list: OpenBlock, _ marker: ListMarker) {
        add(list, .list(List(start: marker.number, isTight: !list.hasGap, items: list.items)))
    }

    // MARK: Paragraphs

    private mutating func closeParagraph(_ paragraph: OpenBlock) {
        var paragraph = paragraph
        let startLine = paragraph.position.line
        takeDefinitions(of: &paragraph)
        guard !paragraph.lines.isEmpty else {
            // Only definitions: nothing to show, yet it counts for the spacing of a list.
            stack[stack.count - 1].noteChild(startLine: startLine, endLine: paragraph.endLine)
            return
        }
        append(
            Block(
                .paragraph(inlineText(of: paragraph)), at: paragraph.position,
                endLine: paragraph.endLine),
            startLine: startLine)
    }

    /// Turns the paragraph at the top into a heading underlined by the current line.
    ///
    /// `false` if it held nothing but definitions: then it is closed, and the line is its own.
    mutating func closeParagraphAsHeading(level: Int) -> Bool {
        var paragraph = stack.removeLast()
        matched = stack.count
        let startLine = paragraph.position.line
        takeDefinitions(of: &paragraph)
        guard !paragraph.lines.isEmpty else {
            stack[stack.count - 1].noteChild(startLine: startLine, endLine: paragraph.endLine)
            return false
        }
        let content = Block.Content.heading(level: level, inlineText(of: paragraph))
        append(
            Block(content, at: paragraph.position, endLine: scanner.number), startLine: startLine)
        return true
    }

    /// Moves the link reference definitions that a paragraph starts with to ``references``.
    private mutating func takeDefinitions(of paragraph: inout OpenBlock) {
        guard let first = paragraph.lines.first, scanner.text[first.start] == .openBracket else {
            return
        }
        var parser = LinkReferenceParser(ByteText(scanner.text.joined(paragraph.lines)))
        let count = parser.parse(into: &references)
        guard count > 0 else { return }
        paragraph.lines.removeFirst(min(count, paragraph.lines.count))
        if let line = paragraph.lines.first {
            paragraph.position = scanner.text.position(of: line)
        }
    }

    private func inlineText(of paragraph: OpenBlock) -> InlineText {
        // Only the last line may end with blanks that mean nothing.
        let end = paragraph.lines.last.map { scanner.text.trimmedEnd(from: $0.start, end: $0.end) }
        return InlineText(
            scanner.text.string(joining: paragraph.lines, upTo: end), at: paragraph.position)
    }

    // MARK: Verbatim text

    private mutating func closeIndentedCode(_ block: OpenBlock) {
        let block = withoutTrailingBlankLines(block)
        let code = CodeBlock(
            info: "", text: scanner.text.string(joining: block.lines) + "\n",
            textPosition: block.position, isFenced: false)
        add(block, .code(code))
    }

    private mutating func closeFencedCode(_ block: OpenBlock, _ fence: Fence) {
        let text = block.lines.isEmpty ? "" : scanner.text.string(joining: block.lines) + "\n"
        // A blank line may lack the indentation, so the first line with text tells the column.
        let sample = block.lines.first { $0.start < $0.end } ?? block.lines.first
        let column = sample.map { scanner.text.position(of: $0).column } ?? block.position.column
        let start = Position(line: block.position.line + 1, column: column)
        let code = CodeBlock(info: fence.info, text: text, textPosition: start, isFenced: true)
        add(block, .code(code))
    }

    private mutating func closeHTML(_ block: OpenBlock) {
        let block = withoutTrailingBlankLines(block)
        add(block, .html(scanner.text.string(joining: block.lines)))
    }

    private func withoutTrailingBlankLines(_ block: OpenBlock) -> OpenBlock {
        var block = block
        while let last = block.lines.last,
            scanner.text.skippingSpaces(from: last.start, end: last.end) >= last.end
        {
            block.lines.removeLast()
        }
        block.endLine = block.lines.last?.number ?? block.position.line
        return block
    }
}
