extension Document {
    /// The document with what HTML and JSX tags say about its structure as blocks: `<table>` as
    /// tables, `<details>` and JSX boxes with a title as callouts.
    ///
    /// Other HTML stays as it is. Time is linear in the length of the text.
    public func foldingHTML() -> Document {
        Document(frontMatter: frontMatter, blocks: Self.folding(blocks))
    }

    private static func folding(_ blocks: [Block]) -> [Block] {
        var folder = HTMLFolder()
        for block in blocks { folder.add(foldingInside(block)) }
        return folder.finish()
    }

    private static func foldingInside(_ block: Block) -> Block {
        var block = block
        switch block.content {
        case .quote(let inner):
            block.content = .quote(folding(inner))
        case .callout(var callout):
            callout.blocks = folding(callout.blocks)
            block.content = .callout(callout)
        case .list(var list):
            for index in list.items.indices {
                list.items[index].blocks = folding(list.items[index].blocks)
            }
            block.content = .list(list)
        case .heading, .paragraph, .code, .table, .html, .thematicBreak:
            break
        }
        return block
    }
}
