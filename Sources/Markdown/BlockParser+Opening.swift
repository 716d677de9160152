extension BlockParser {
    /// What opening a block left of the line.
    private enum Opening {
        /// No block starts here.
        case none
        /// A container was opened, in which more may start.
        case container
        /// A leaf was opened, which takes the rest of the line.
        case leaf
        /// Nothing.
        case wholeLine
    }

    /// Opens the blocks that start in the line; `false` when they take all of it.
    mutating func openBlocks() -> Bool {
        while !stack[matched - 1].isVerbatim, !scanner.isBlank {
            switch openBlock() {
            case .none, .leaf: return true
            case .container: continue
            case .wholeLine: return false
            }
        }
        return true
    }

    private mutating func openBlock() -> Opening {
        if scanner.indent >= 4 { return openIndentedCode() }
        if stack[matched - 1].isParagraph, endParagraph() { return .wholeLine }
        switch scanner.first {
        case .greaterThan:
            return openQuote()
        case .numberSign:
            return openHeading()
        case .backtick, .tilde:
            return openFence()
        case .lessThan:
            return openHTML()
        case .hyphen, .asterisk, .underscore:
            return addThematicBreak() ? .wholeLine : openItem()
        case .plus, 0x30...0x39:
            return openItem()
        case .exclamationMark, .questionMark, .colon, .equals:
            return openCallout() ? .wholeLine : .none
        case .openBrace
        where scanner.text.hasPrefix("{/*", at: scanner.contentOffset, end: scanner.end):
            open(.html(.expression), at: scanner.contentPosition)
            return .leaf
        default:
            return .none
        }
    }

    /// Turns the open paragraph into a heading or table, if the line underlines it.
    private mutating func endParagraph() -> Bool {
        switch scanner.first {
        case .equals: closeSetextHeading()
        case .hyphen: openTable() || closeSetextHeading()
        case .pipe, .colon: openTable()
        default: false
        }
    }

    // MARK: Containers

    private mutating func openQuote() -> Opening {
        guard stack.count < Self.maximumDepth else { return .none }
        open(.quote, at: scanner.contentPosition)
        skipQuoteMarker()
        return .container
    }

    private mutating func openItem() -> Opening {
        guard stack.count < Self.maximumDepth else { return .none }
        let marker = ListMarker(
            in: scanner.text, at: scanner.contentOffset, end: scanner.end,
            interruptsParagraph: stack[matched - 1].isParagraph)
        guard let marker else { return .none }
        let position = scanner.contentPosition
        openList(for: marker, at: position)
        let contentIndent = skipMarker(marker)
        stack.append(OpenBlock(.item(contentIndent: contentIndent), at: position))
        matched = stack.count
        return .container
    }

    /// Makes the innermost block a list that takes the marker.
    private mutating func openList(for marker: ListMarker, at position: Position) {
        close(downTo: matched)
        if case .list(let current) = stack[stack.count - 1].kind, marker.continues(current) {
            return
        }
        open(.list(marker), at: position)
    }

    /// Takes a marker with the spaces that belong to it, and tells how far its content is indented.
    private mutating func skipMarker(_ marker: ListMarker) -> Int {
        let markerIndent = scanner.indent + marker.length
        scanner.skipIndentAndBytes(marker.length)
        let gap = scanner.indent
        // More than four spaces are one and indented code behind it.
        let isCodeOrEmpty = scanner.isBlank || gap >= 5
        scanner.skipColumns(isCodeOrEmpty ? 1 : gap)
        return markerIndent + (isCodeOrEmpty ? 1 : gap)
    }

    // MARK: Leaves

    private mutating func openIndentedCode() -> Opening {
        // Indented code cannot interrupt a paragraph.
        guard !stack[stack.count - 1].isParagraph else { return .none }
        scanner.skipColumns(4)
        open(.indentedCode, at: scanner.restPosition)
        return .leaf
    }

    private mutating func openFence() -> Opening {
        guard let fence = Fence(opening: scanner) else { return .none }
        open(.fencedCode(fence), at: scanner.contentPosition)
        return .wholeLine
    }

    private mutating func openHTML() -> Opening {
        // A line that could continue a paragraph lazily counts as within it.
        let inParagraph = stack[stack.count - 1].isParagraph
        guard let kind = HTMLBlockKind(opening: scanner, inParagraph: inParagraph) else {
            return .none
        }
        open(.html(kind), at: scanner.contentPosition)
        return .leaf
    }

    private mutating func openHeading() -> Opening {
        let (text, start, end) = (scanner.text, scanner.contentOffset, scanner.end)
        let afterMarks = text.endOfRun(of: .numberSign, from: start, end: end)
        let level = afterMarks - start
        guard level <= 6, afterMarks == end || text[afterMarks].isSpaceOrTab else { return .none }
        let contentStart = text.skippingSpaces(from: afterMarks, end: end)
        var contentEnd = text.trimmedEnd(from: contentStart, end: end)
        var beforeMarks = contentEnd
        while beforeMarks > contentStart, text[beforeMarks - 1] == .numberSign { beforeMarks -= 1 }
        if beforeMarks == contentStart || text[beforeMarks - 1].isSpaceOrTab {
            contentEnd = text.trimmedEnd(from: contentStart, end: beforeMarks)
        }
        let title = InlineText(
            text.string(contentStart..<contentEnd), at: scanner.position(at: contentStart))
        addLineBlock(.heading(level: level, title))
        return .wholeLine
    }

    /// Turns the open paragraph into a heading, if the line underlines it.
    private mutating func closeSetextHeading() -> Bool {
        let byte = scanner.first
        let text = scanner.text
        let end = text.endOfRun(of: byte, from: scanner.contentOffset, end: scanner.end)
        guard text.skippingSpaces(from: end, end: scanner.end) == scanner.end else { return false }
        return closeParagraphAsHeading(level: byte == .equals ? 1 : 2)
    }

    private mutating func addThematicBreak() -> Bool {
        let text = scanner.text
        let byte = scanner.first
        var count = 0
        for index in scanner.contentOffset..<scanner.end {
            if text[index] == byte {
                count += 1
            } else if !text[index].isSpaceOrTab {
                return false
            }
        }
        guard count >= 3 else { return false }
        addLineBlock(.thematicBreak)
        return true
    }

    /// Adds a block that is the current line.
    private mutating func addLineBlock(_ content: Block.Content) {
        let block = Block(content, at: scanner.contentPosition, endLine: scanner.number)
        close(downTo: matched)
        closeUntilBlocksFit()
        append(block, startLine: scanner.number)
    }
}
