/// One piece of inline text in source order; nesting is told by opening and closing tokens.
///
/// A flat list costs nothing to walk for plain text, and needs no recursion to build.
enum InlineToken {
    /// Bytes of the source as they stand.
    case text(Range<Int>)
    /// What a character reference stands for.
    case replacement(String)
    /// The code of a code span.
    case code(String)
    /// A raw HTML tag or comment.
    case html(Range<Int>)
    /// An autolink's destination and the source of its text.
    case autolink(destination: String, text: Range<Int>)
    /// A line end.
    case softBreak
    /// A hard line break.
    case lineBreak
    /// A run of `*`, `_` or `~`, by its place in ``InlineTokens/runs``.
    case delimiters(Int)
    /// `[`, later perhaps the start of a link.
    case openLink(target: Int?)
    /// `![`, later perhaps the start of an image.
    case openImage(target: Int?)
    /// The end of the innermost open link or image.
    case closeLink
}

/// The inline content of a text as tokens.
struct InlineTokens {
    /// The source.
    let text: ByteText
    /// The tokens in order.
    var list: [InlineToken] = []
    /// The delimiter runs, matched with each other.
    var delimiters = DelimiterStack()
    /// Where the links and images lead.
    var targets: [LinkReferences.Target] = []

    init(_ text: ByteText) { self.text = text }
}
