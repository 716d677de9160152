import Markdown

/// Makes sections of boxes whose title names a failure: `<details><summary>Login fails</summary>`,
/// `!!! failure "Login fails"`, `:::danger[Login fails]`.
enum CalloutSections {
    /// The section with a child for each such box; headings inside other boxes become its children.
    static func unfolding(_ section: OutlineSection) -> OutlineSection {
        guard section.blocks.contains(where: isCallout) else { return section }
        var unfolded = section
        unfolded.blocks = []
        let isCollection = section.heading == nil || announces(section.title)
        for block in section.blocks {
            guard case .callout(let callout) = block.content else {
                unfolded.blocks.append(block)
                continue
            }
            if isCollection, let child = child(of: callout, at: block.position) {
                unfolded.children.append(child)
            } else if callout.blocks.contains(where: { $0.headingLevel != nil }) {
                let inner = OutlineSection.nesting(callout.blocks)
                unfolded.blocks += inner.blocks
                unfolded.children += inner.children
            } else {
                unfolded.blocks.append(block)
            }
        }
        return unfolded
    }

    private static func isCallout(_ block: Block) -> Bool {
        if case .callout = block.content { true } else { false }
    }

    /// Whether a heading announces failures rather than naming one.
    private static func announces(_ title: String) -> Bool {
        TroubleHeadings.announces(title)
            && (TroubleHeadings.isGroup(title) || TroubleHeadings.isCollection(title)
                || !FailureWords.areIn(title))
    }

    /// Sorts of boxes that only lay variants of one text out.
    private static let layouts: Set<String> = ["tab", "tabitem", "step", "card", "codegroup"]

    /// The section that a box is, if its title or first bold line names a failure.
    private static func child(of callout: Callout, at position: Position) -> OutlineSection? {
        var blocks = callout.blocks
        var heading = callout.title
        if heading == nil, case .paragraph(let text)? = blocks.first?.content,
            let label = LeadingLabel(text.inlines), label.isMarked, label.rest.isEmpty
        {
            heading = text
            blocks.removeFirst()
        }
        guard let heading, !layouts.contains(callout.kind) else { return nil }
        let title = LeadingLabel.withoutColon(RichText.plain(heading.inlines))
        guard FieldLabel.field(of: title) == nil,
            title.hasSuffix("?") || FailureWords.areIn(title)
        else { return nil }
        var section = OutlineSection.nesting(blocks)
        section.heading = heading
        section.title = title
        section.level = PseudoHeadings.level
        section.position = heading.position
        section.anchor = Anchor.first(in: heading.inlines)
        return section
    }
}
