import Markdown

/// Reads a kept section into its texts.
enum SectionItems {
    /// The section as data.
    static func section(
        _ role: Section.Role, of outline: OutlineSection, file: String
    ) -> Section {
        Section(
            role: role, title: outline.title, items: texts(of: outline.allBlocks),
            location: SourceLocation(
                file: file, line: outline.position.line, column: outline.position.column))
    }

    /// The paragraphs, items, commands and rows of blocks as plain text, in order.
    static func texts(of blocks: [Block], depth: Int = 0) -> [String] {
        guard depth < 12 else { return [] }
        return blocks.flatMap { block -> [String] in
            switch block.content {
            case .paragraph(let text): [RichText.plain(text.inlines)].filter { !$0.isEmpty }
            case .list(let list):
                list.items.flatMap { texts(of: $0.blocks, depth: depth + 1) }
            case .quote(let inner): texts(of: inner, depth: depth + 1)
            case .callout(let callout): texts(of: callout.blocks, depth: depth + 1)
            case .code(let code):
                ProbeBlock.isProbe(code) || ProbeBlock.isCollect(code)
                    ? [] : [code.text.trimmedBlanks]
            case .table(let table):
                table.rows.map { row in
                    row.cells.map { RichText.plain($0.inlines) }.joined(separator: ": ")
                }
            case .heading(_, let text): [RichText.plain(text.inlines)]
            case .html, .thematicBreak: []
            }
        }
    }
}
