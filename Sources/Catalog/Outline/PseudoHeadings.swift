import Markdown

/// Makes sections of bold lines that stand for headings: `**Login loops**` and what follows it.
enum PseudoHeadings {
    /// The level of such sections, below all real headings.
    static let level = 7
    /// A longer bold line is an emphasised sentence.
    private static let longestTitle = 140

    /// The section with a child for each bold line that names a failure.
    ///
    /// Only a section that announces failures is cut, and only where most of its bold lines name one:
    /// elsewhere they are labels.
    static func splitting(_ section: OutlineSection) -> OutlineSection {
        // `Troubleshooting` is the label of checks, too; other labels hold no failures.
        let field = FieldLabel.field(of: EntryIdentifier.parts(of: section.title).title)
        guard TroubleHeadings.announces(section.title), field == nil || field == .checks else {
            return section
        }
        let leads = section.blocks.map(lead(of:))
        let known = leads.compactMap { $0 }
        let failing = known.count { FailureWords.areIn($0.title) }
        guard failing > 0, failing * 2 > known.count else { return section }
        var cut = section
        cut.blocks = []
        var children: [OutlineSection] = []
        for (block, lead) in zip(section.blocks, leads) {
            if let lead, FailureWords.areIn(lead.title) {
                children.append(lead)
            } else if children.isEmpty {
                cut.blocks.append(block)
            } else {
                children[children.count - 1].blocks.append(block)
            }
        }
        cut.children = children + section.children
        return cut
    }

    /// The empty section that a bold line opens; text on its later lines is in it.
    private static func lead(of block: Block) -> OutlineSection? {
        guard case .paragraph(let text) = block.content, text.source.utf8.first == UInt8(ascii: "*")
        else { return nil }
        let lines = RichText.lines(text.inlines)
        guard let first = lines.first, let label = LeadingLabel(first), label.isMarked,
            label.field == nil, label.rest.isEmpty, case .strong? = first.first,
            !label.text.hasSuffix("?"), label.text.utf8.count <= longestTitle
        else { return nil }
        let source = text.source.split(separator: "\n", maxSplits: 1)
        let heading = InlineText(
            String(source.first ?? ""), at: text.position, references: text.references)
        var section = OutlineSection(
            heading: heading, title: label.text, level: level, position: text.position,
            anchor: Anchor.first(in: first), blocks: [], children: [])
        if source.count == 2 {
            let position = Position(line: text.position.line + 1, column: 1)
            let rest = InlineText(String(source[1]), at: position, references: text.references)
            section.blocks.append(Block(.paragraph(rest), at: position, endLine: block.endLine))
        }
        return section
    }
}
