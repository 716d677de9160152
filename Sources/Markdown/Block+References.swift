extension Block {
    /// The block with a document's definitions in all its texts.
    func resolving(_ references: LinkReferences) -> Block {
        var block = self
        switch content {
        case .heading(let level, let text):
            block.content = .heading(level: level, text.resolving(references))
        case .paragraph(let text):
            block.content = .paragraph(text.resolving(references))
        case .quote(let blocks):
            block.content = .quote(blocks.map { $0.resolving(references) })
        case .callout(var callout):
            callout.title = callout.title?.resolving(references)
            callout.blocks = callout.blocks.map { $0.resolving(references) }
            block.content = .callout(callout)
        case .list(var list):
            for index in list.items.indices {
                list.items[index].blocks = list.items[index].blocks.map {
                    $0.resolving(references)
                }
            }
            block.content = .list(list)
        case .table(var table):
            table.header = table.header.map { $0.resolving(references) }
            for index in table.rows.indices {
                table.rows[index].cells = table.rows[index].cells.map { $0.resolving(references) }
            }
            block.content = .table(table)
        case .code, .html, .thematicBreak:
            break
        }
        return block
    }
}

extension InlineText {
    fileprivate func resolving(_ references: LinkReferences) -> InlineText {
        InlineText(source, at: position, references: references)
    }
}
