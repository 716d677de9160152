/// A box with an optional title: what GitHub, MkDocs, Docusaurus and MDX call alert, admonition,
/// directive, details or accordion.
public struct Callout: Sendable, Hashable {
    /// The word that says what sort it is, in small letters: `note`, `warning`, `details`.
    public var kind: String
    /// The title, where it has one of its own.
    public var title: InlineText?
    /// The blocks inside.
    public var blocks: [Block]

    /// Makes a callout.
    public init(kind: String, title: InlineText? = nil, blocks: [Block] = []) {
        self.kind = kind
        self.title = title
        self.blocks = blocks
    }
}
