/// What HTML tags are in Markdown.
enum HTMLMark {
    /// The marks that stand for a tag; empty where Markdown has none.
    static func markdown(for tag: HTMLTag) -> String {
        switch tag.kind {
        case "code", "tt", "kbd": "`"
        case "b", "strong": "**"
        case "i", "em": "*"
        case "br": "<br>"
        case "pre": tag.isClosing ? "\n```\n" : "\n```\n"
        case "li": tag.isClosing ? "\n" : "\n- "
        case "p", "div", "ul", "ol", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "section":
            "\n\n"
        default: ""
        }
    }
}
