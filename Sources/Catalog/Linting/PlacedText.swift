import Markdown

/// A text of a document with the lines it stands on.
struct PlacedText {
    /// The text.
    var text: InlineText
    /// The last of its lines; the first is the text's own.
    var endLine: Int

    /// The texts of headings, paragraphs and cells at any depth, in order.
    static func all(in document: Document) -> [PlacedText] {
        var found: [PlacedText] = []
        document.walk { block in
            switch block.content {
            case .heading(_, let text), .paragraph(let text):
                found.append(PlacedText(text: text, endLine: block.endLine))
            case .table(let table):
                for cell in table.header + table.rows.flatMap(\.cells) {
                    found.append(PlacedText(text: cell, endLine: cell.position.line))
                }
            case .callout(let callout):
                if let title = callout.title {
                    found.append(PlacedText(text: title, endLine: title.position.line))
                }
            case .code, .quote, .list, .html, .thematicBreak: break
            }
        }
        return found
    }
}
