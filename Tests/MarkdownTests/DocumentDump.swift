import Markdown

extension Document {
    /// The tree as indented lines, each block with `@line:column-endLine`.
    var dump: String {
        var lines: [String] = []
        if let frontMatter {
            lines.append("front matter \(frontMatter.syntax) @\(frontMatter.firstLine)")
            lines += frontMatter.lines.map { "  | " + $0 }
        }
        for block in blocks { block.dump(indent: "", into: &lines) }
        return lines.joined(separator: "\n")
    }

    /// The tree of a text as ``dump`` shows it.
    static func dump(_ text: String) -> String { Document(parsing: text).dump }
}

extension Block {
    fileprivate func dump(indent: String, into lines: inout [String]) {
        let place = "@\(position)-\(endLine)"
        switch content {
        case .heading(let level, let text):
            lines.append("\(indent)heading \(level) \(place) \(text.dump)")
        case .paragraph(let text):
            lines.append("\(indent)paragraph \(place) \(text.dump)")
        case .code(let code):
            let info = code.isFenced ? "fenced \"\(code.info)\"" : "indented"
            lines.append("\(indent)code \(info) \(place) text@\(code.textPosition)")
            for line in code.text.split(separator: "\n", omittingEmptySubsequences: false)
                .dropLast()
            {
                lines.append("\(indent)  | \(line)")
            }
        case .quote(let blocks):
            lines.append("\(indent)quote \(place)")
            for block in blocks { block.dump(indent: indent + "  ", into: &lines) }
        case .list(let list):
            list.dump(place, indent: indent, into: &lines)
        case .table(let table):
            table.dump(place, indent: indent, into: &lines)
        case .callout(let callout):
            let title = callout.title.map { " \($0.dump)" } ?? ""
            lines.append("\(indent)callout \(callout.kind) \(place)\(title)")
            for block in callout.blocks { block.dump(indent: indent + "  ", into: &lines) }
        case .html(let html):
            lines.append("\(indent)html \(place) \"\(html.replacing("\n", with: "⏎"))\"")
        case .thematicBreak:
            lines.append("\(indent)break \(place)")
        }
    }
}

extension List {
    fileprivate func dump(_ place: String, indent: String, into lines: inout [String]) {
        let kind = start.map { "ordered from \($0)" } ?? "bullet"
        lines.append("\(indent)list \(kind) \(isTight ? "tight" : "loose") \(place)")
        for item in items {
            lines.append("\(indent)  item @\(item.position)-\(item.endLine)")
            for block in item.blocks { block.dump(indent: indent + "    ", into: &lines) }
        }
    }
}

extension Table {
    fileprivate func dump(_ place: String, indent: String, into lines: inout [String]) {
        let header = header.map(\.dump).joined(separator: " ")
        let alignments = alignments.map { "\($0)" }.joined(separator: " ")
        lines.append("\(indent)table \(place) \(alignments)")
        lines.append("\(indent)  header \(header)")
        for row in rows {
            let cells = row.cells.map(\.dump).joined(separator: " ")
            lines.append("\(indent)  row @\(row.position) \(cells)")
        }
    }
}

extension InlineText {
    /// The source in quotes with its column.
    fileprivate var dump: String {
        "\(position.column):\"\(source.replacing("\n", with: "⏎"))\""
    }
}

extension Position {
    fileprivate var description: String { "\(line):\(column)" }
}

extension DefaultStringInterpolation {
    fileprivate mutating func appendInterpolation(_ position: Position) {
        appendInterpolation(position.description)
    }
}
