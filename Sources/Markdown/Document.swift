/// A Markdown text as blocks that know their lines.
public struct Document: Sendable, Hashable {
    /// The text between the opening and closing front-matter fences, if the document starts with one.
    public var frontMatter: FrontMatterText?
    /// The blocks in order.
    public var blocks: [Block]

    /// Makes a document of blocks.
    public init(frontMatter: FrontMatterText? = nil, blocks: [Block]) {
        self.frontMatter = frontMatter
        self.blocks = blocks
    }
}

/// The unparsed text of a document's front matter.
public struct FrontMatterText: Sendable, Hashable {
    /// The syntax that the fence announces: `---` YAML, `+++` TOML.
    public enum Syntax: Sendable, Hashable {
        /// Fenced by `---`.
        case yaml
        /// Fenced by `+++`.
        case toml
    }

    /// The syntax.
    public var syntax: Syntax
    /// The lines between the fences, without line ends.
    public var lines: [String]
    /// The line number of the first of ``lines``.
    public var firstLine: Int

    /// Makes a front-matter text.
    public init(syntax: Syntax, lines: [String], firstLine: Int) {
        self.syntax = syntax
        self.lines = lines
        self.firstLine = firstLine
    }
}
