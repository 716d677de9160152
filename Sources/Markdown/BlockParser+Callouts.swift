extension BlockParser {
    /// Opens a callout whose first line this is; `false` where it is none.
    mutating func openCallout() -> Bool {
        guard stack.count < Self.maximumDepth, let opening = CalloutOpening(scanner) else {
            return false
        }
        open(.callout(opening.body), at: scanner.contentPosition)
        stack[stack.count - 1].callout = opening.callout
        return true
    }

    /// Whether the line closes the open callout at an index: the innermost one that it can close.
    func closesCallout(at index: Int) -> Bool {
        guard case .callout(.fenced(let colons)) = stack[index].kind,
            let written = CalloutOpening.closingColons(of: scanner), written >= colons,
            !stack[stack.count - 1].isVerbatim
        else { return false }
        return !stack[(index + 1)...].contains { block in
            if case .callout(.fenced(let inner)) = block.kind { inner <= written } else { false }
        }
    }

    /// Continues a callout, whose lines are indented or end at a closing line.
    mutating func continueCallout(_ body: CalloutOpening.Body) -> Bool {
        guard case .indented = body, !scanner.isBlank else { return true }
        guard scanner.indent >= 4 else { return false }
        scanner.skipColumns(4)
        return true
    }

    /// What a block quote is: a callout where it starts with `[!NOTE]` (GitHub alerts).
    static func content(ofQuote blocks: [Block]) -> Block.Content {
        guard let first = blocks.first, case .paragraph(let text) = first.content,
            let alert = alert(text)
        else { return .quote(blocks) }
        var inner = Array(blocks.dropFirst())
        if let rest = alert.rest {
            inner.insert(
                Block(.paragraph(rest), at: rest.position, endLine: first.endLine), at: 0)
        }
        return .callout(Callout(kind: alert.kind, title: alert.title, blocks: inner))
    }

    /// Takes `[!KIND] Title` off the first line of a quote.
    private static func alert(
        _ text: InlineText
    ) -> (kind: String, title: InlineText?, rest: InlineText?)? {
        guard text.source.utf8.starts(with: "[!".utf8) else { return nil }
        let source = ByteText(Array(text.source.utf8))
        let lineEnd = source.index(of: .lineFeed, from: 0, end: source.count)
        let close = source.index(of: .closeBracket, from: 0, end: lineEnd)
        guard close < lineEnd, close > 2,
            source[2..<close].allSatisfy({ $0.isLetter || $0 == .hyphen })
        else { return nil }
        var titleStart = close + 1
        // Obsidian folds with a sign: `[!faq]- Title`.
        if source[titleStart] == .hyphen || source[titleStart] == .plus { titleStart += 1 }
        titleStart = source.skippingSpaces(from: titleStart, end: lineEnd)
        let line = text.position.line
        let title =
            titleStart < lineEnd
            ? InlineText(source.string(titleStart..<lineEnd), at: text.position) : nil
        let rest =
            lineEnd < source.count
            ? InlineText(
                source.string(lineEnd + 1..<source.count), at: Position(line: line + 1, column: 1))
            : nil
        return (source.string(2..<close).lowercased(), title, rest)
    }
}
