/// An open bracket that may start a link or image.
struct Bracket {
    /// Its token.
    let token: Int
    /// The first byte behind it.
    let textStart: Int
    /// How many delimiter runs stand before it.
    let delimiterCount: Int
    /// Whether an exclamation mark stands before it.
    let isImage: Bool
    /// Whether it may still start a link, which it may not around another link.
    var isActive = true
    /// Whether another bracket opens behind it, which rules out that its text is a label.
    var hasInnerBracket = false
}

extension InlineParser {
    /// Notes an open bracket.
    mutating func openBracket(isImage: Bool) {
        let length = isImage ? 2 : 1
        if let last = brackets.indices.last { brackets[last].hasInnerBracket = true }
        let end = offset + length
        add(isImage ? .openImage(target: nil) : .openLink(target: nil), upTo: end)
        brackets.append(
            Bracket(
                token: tokens.list.count - 1, textStart: end,
                delimiterCount: tokens.delimiters.runs.count, isImage: isImage))
    }

    /// Ends a link or image at a closing bracket, if one starts at the bracket that it closes.
    mutating func closeBracket() {
        guard let bracket = brackets.popLast() else {
            offset += 1
            return
        }
        guard bracket.isActive, let link = linkTarget(closing: bracket) else {
            offset += 1
            return
        }
        add(.closeLink, upTo: link.end)
        let target = tokens.targets.count
        tokens.targets.append(link.target)
        tokens.list[bracket.token] =
            bracket.isImage ? .openImage(target: target) : .openLink(target: target)
        tokens.delimiters.match(from: bracket.delimiterCount)
        if !bracket.isImage { deactivateOuterLinks() }
    }

    /// Links do not nest. Those further out than an inactive one are inactive already.
    private mutating func deactivateOuterLinks() {
        for index in brackets.indices.reversed() where !brackets[index].isImage {
            guard brackets[index].isActive else { return }
            brackets[index].isActive = false
        }
    }

    /// Where a link leads and where its source ends.
    private struct Link {
        var target: LinkReferences.Target
        var end: Int
    }

    private func linkTarget(closing bracket: Bracket) -> Link? {
        if text[offset + 1] == .openParenthesis, let link = inlineTarget(at: offset + 2) {
            return link
        }
        guard !references.targets.isEmpty else { return nil }
        return referenceTarget(closing: bracket)
    }

    /// The destination and title in parentheses behind a link text.
    private func inlineTarget(at start: Int) -> Link? {
        let destinationStart = text.skippingWhitespace(from: start, end: text.count)
        guard let destination = LinkScanner.destination(in: text, at: destinationStart) else {
            return nil
        }
        var end = text.skippingWhitespace(from: destination.end, end: text.count)
        var title: String?
        if end > destination.end, let piece = LinkScanner.title(in: text, at: end) {
            title = piece.text
            end = text.skippingWhitespace(from: piece.end, end: text.count)
        }
        guard text[end] == .closeParenthesis else { return nil }
        let target = LinkReferences.Target(destination: destination.text, title: title)
        return Link(target: target, end: end + 1)
    }

    /// The definition that a full, collapsed or shortcut reference names.
    private func referenceTarget(closing bracket: Bracket) -> Link? {
        var end = offset + 1
        var label = bracket.textStart..<offset
        let explicit = LinkScanner.label(in: text, at: end)
        if let explicit { end = explicit.upperBound + 1 }
        if let explicit, !explicit.isEmpty {
            label = explicit
        } else if bracket.hasInnerBracket {
            return nil
        }
        guard let name = LinkScanner.normalised(label, in: text),
            let target = references.targets[name]
        else { return nil }
        return Link(target: target, end: end)
    }
}
