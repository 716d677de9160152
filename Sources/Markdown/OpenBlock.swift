/// A block that later lines may still add to.
struct OpenBlock {
    /// What it is, with what its continuation depends on.
    enum Kind {
        case document
        case quote
        case list(ListMarker)
        case item(contentIndent: Int)
        case paragraph
        case indentedCode
        case fencedCode(Fence)
        case html(HTMLBlockKind)
        case table
        case callout(CalloutOpening.Body)
    }

    /// What it is.
    var kind: Kind
    /// Where it starts.
    var position: Position
    /// The last line known to belong to it.
    var endLine: Int
    /// The closed blocks of a container.
    var children: [Block] = []
    /// The closed items of a list.
    var items: [ListItem] = []
    /// The lines of a leaf.
    var lines: [TextLine] = []
    /// A callout without its blocks.
    var callout: Callout?
    /// The rows of a table so far.
    var table: Table?
    /// Whether blank lines stand between its children.
    var hasGap = false
    /// Where its last child ended, definitions included.
    var lastChildEnd: Int?

    init(_ kind: Kind, at position: Position) {
        self.kind = kind
        self.position = position
        endLine = position.line
    }

    /// Whether it is a paragraph.
    var isParagraph: Bool {
        if case .paragraph = kind { true } else { false }
    }

    /// Whether it is a list.
    var isList: Bool {
        if case .list = kind { true } else { false }
    }

    /// Whether it takes blocks, which lists do not: they take items.
    var takesBlocks: Bool {
        switch kind {
        case .document, .quote, .item, .callout: true
        default: false
        }
    }

    /// Whether its lines are never looked at for new blocks.
    var isVerbatim: Bool {
        switch kind {
        case .indentedCode, .fencedCode, .html: true
        default: false
        }
    }

    /// Notes that a child stands on these lines.
    mutating func noteChild(startLine: Int, endLine: Int) {
        if let lastChildEnd, startLine > lastChildEnd + 1 { hasGap = true }
        lastChildEnd = endLine
        self.endLine = max(self.endLine, endLine)
    }
}
