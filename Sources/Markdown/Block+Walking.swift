extension Block {
    /// The text of a heading or paragraph.
    public var text: InlineText? {
        switch content {
        case .heading(_, let text), .paragraph(let text): text
        default: nil
        }
    }

    /// The level of a heading.
    public var headingLevel: Int? {
        if case .heading(let level, _) = content { level } else { nil }
    }

    /// The blocks directly inside a quote, a callout or the items of a list.
    public var children: [Block] {
        switch content {
        case .quote(let blocks): blocks
        case .callout(let callout): callout.blocks
        case .list(let list): list.items.flatMap(\.blocks)
        default: []
        }
    }

    /// The names that the `<a id="x">` tags in a heading, paragraph or HTML block give to it.
    public var anchors: [String] {
        switch content {
        case .heading(_, let text), .paragraph(let text): text.anchors
        case .html(let html): InlineText(html, at: position).anchors
        default: []
        }
    }

    /// Calls a function with the block and then all blocks inside it, in document order.
    public func walk(_ visit: (Block) throws -> Void) rethrows {
        try visit(self)
        for child in children { try child.walk(visit) }
    }
}

extension Document {
    /// Calls a function with every block at any depth, in document order.
    public func walk(_ visit: (Block) throws -> Void) rethrows {
        for block in blocks { try block.walk(visit) }
    }
}
