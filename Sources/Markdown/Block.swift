/// One block of a document and where it stands.
public struct Block: Sendable, Hashable {
    /// What the block is.
    public var content: Content
    /// Where the block starts.
    public var position: Position
    /// The number of its last line.
    public var endLine: Int

    /// The kinds of block (CommonMark 0.31.2, GFM tables, and the callouts of several dialects).
    public enum Content: Sendable, Hashable {
        /// An ATX or setext heading of level 1 to 6.
        case heading(level: Int, InlineText)
        /// Running text.
        case paragraph(InlineText)
        /// Fenced or indented code.
        case code(CodeBlock)
        /// A block quote.
        case quote([Block])
        /// A bullet or ordered list.
        case list(List)
        /// A GFM table.
        case table(Table)
        /// Raw HTML, its lines as written.
        case html(String)
        /// A box with an optional title.
        case callout(Callout)
        /// A thematic break.
        case thematicBreak
    }

    /// Makes a block.
    public init(_ content: Content, at position: Position, endLine: Int) {
        self.content = content
        self.position = position
        self.endLine = endLine
    }
}

/// A place in a text, both numbers counted from 1, columns in characters.
public struct Position: Sendable, Hashable {
    /// The line.
    public var line: Int
    /// The column.
    public var column: Int

    /// Makes a position.
    public init(line: Int, column: Int) {
        self.line = line
        self.column = column
    }
}

/// A fenced or indented code block.
public struct CodeBlock: Sendable, Hashable {
    /// The info string after the opening fence, trimmed; empty for indented code.
    public var info: String
    /// The code, each line ended by a line feed.
    public var text: String
    /// Where the first line of ``text`` starts, after the indentation that was removed.
    public var textPosition: Position
    /// Whether it has fences.
    public var isFenced: Bool

    /// Makes a code block.
    public init(info: String, text: String, textPosition: Position, isFenced: Bool) {
        self.info = info
        self.text = text
        self.textPosition = textPosition
        self.isFenced = isFenced
    }
}

/// A bullet or ordered list.
public struct List: Sendable, Hashable {
    /// The first number of an ordered list, `nil` for bullets.
    public var start: Int?
    /// Whether no blank lines stand between its items or their direct children.
    public var isTight: Bool
    /// The items in order.
    public var items: [ListItem]

    /// Makes a list.
    public init(start: Int?, isTight: Bool, items: [ListItem]) {
        self.start = start
        self.isTight = isTight
        self.items = items
    }
}

/// One item of a list.
public struct ListItem: Sendable, Hashable {
    /// The blocks of the item.
    public var blocks: [Block]
    /// Where its marker stands.
    public var position: Position
    /// The number of its last line.
    public var endLine: Int

    /// Makes an item.
    public init(blocks: [Block], position: Position, endLine: Int) {
        self.blocks = blocks
        self.position = position
        self.endLine = endLine
    }
}

/// A GFM table.
public struct Table: Sendable, Hashable {
    /// How a column's cells are aligned.
    public enum Alignment: Sendable, Hashable {
        /// As the renderer likes.
        case none
        /// `:--`
        case left
        /// `:-:`
        case center
        /// `--:`
        case right
    }

    /// The cells of the header row.
    public var header: [InlineText]
    /// One alignment a column.
    public var alignments: [Alignment]
    /// The rows, each with as many cells as the header.
    public var rows: [TableRow]

    /// Makes a table.
    public init(header: [InlineText], alignments: [Alignment], rows: [TableRow]) {
        self.header = header
        self.alignments = alignments
        self.rows = rows
    }
}

/// One row of a table below its header.
public struct TableRow: Sendable, Hashable {
    /// The cells, escaped pipes already unescaped.
    public var cells: [InlineText]
    /// Where the row starts.
    public var position: Position

    /// Makes a row.
    public init(cells: [InlineText], position: Position) {
        self.cells = cells
        self.position = position
    }
}
