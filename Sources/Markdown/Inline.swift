/// The text of a heading, paragraph or cell.
public struct InlineText: Sendable, Hashable {
    /// The Markdown source, block markers removed, lines joined by line feeds.
    public let source: String
    /// Where it starts.
    public var position: Position
    /// The document's link reference definitions, which its inlines may name.
    public let references: LinkReferences
    /// The inline content; parsed once, for those who read a document ask for it again and again.
    public let inlines: [Inline]

    /// Makes a text.
    public init(_ source: String, at position: Position, references: LinkReferences = .init()) {
        self.source = source
        self.position = position
        self.references = references
        inlines = InlineParser.inlines(of: source, references: references)
    }
}

/// One piece of inline content (CommonMark 0.31.2, chapter 6, and GFM strikethrough).
public enum Inline: Sendable, Hashable {
    /// Literal text, entities and escapes resolved.
    case text(String)
    /// A code span.
    case code(String)
    /// `*emphasis*`
    case emphasis([Inline])
    /// `**strong**`
    case strong([Inline])
    /// `~~struck~~`
    case strikethrough([Inline])
    /// A link or autolink.
    case link(destination: String, title: String?, content: [Inline])
    /// An image with its description.
    case image(source: String, title: String?, description: [Inline])
    /// A raw HTML tag or comment.
    case html(String)
    /// A line end within a paragraph.
    case softBreak
    /// A hard line break.
    case lineBreak
}

/// The link reference definitions of a document, by normalised label.
public struct LinkReferences: Sendable, Hashable {
    /// Where a label leads.
    public struct Target: Sendable, Hashable {
        /// The destination as written, escapes resolved.
        public var destination: String
        /// The title, if any.
        public var title: String?

        /// Makes a target.
        public init(destination: String, title: String?) {
            self.destination = destination
            self.title = title
        }
    }

    /// The definitions; the first of a label wins.
    public var targets: [String: Target]

    /// Makes a table of definitions.
    public init(_ targets: [String: Target] = [:]) { self.targets = targets }
}
