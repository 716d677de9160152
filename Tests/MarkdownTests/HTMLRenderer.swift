import Markdown

/// Renders a document as the examples of the CommonMark specification expect it.
struct HTMLRenderer {
    private var output = ""

    /// The HTML of a document.
    static func render(_ document: Document) -> String {
        var renderer = HTMLRenderer()
        renderer.render(document.blocks, isTight: false)
        return renderer.output
    }

    private mutating func render(_ blocks: [Block], isTight: Bool) {
        for block in blocks { render(block, isTight: isTight) }
    }

    private mutating func render(_ block: Block, isTight: Bool) {
        switch block.content {
        case .heading(let level, let text):
            startLine("<h\(level)>\(html(text.inlines))</h\(level)>\n")
        case .paragraph(let text) where isTight:
            output += html(text.inlines)
        case .paragraph(let text):
            startLine("<p>\(html(text.inlines))</p>\n")
        case .code(let code):
            let language = code.info.split(whereSeparator: \.isWhitespace).first.map(String.init)
            let attribute = language.map { " class=\"language-\(escaped($0))\"" } ?? ""
            startLine("<pre><code\(attribute)>\(escaped(code.text))</code></pre>\n")
        case .quote(let blocks):
            startLine("<blockquote>\n")
            render(blocks, isTight: false)
            startLine("</blockquote>\n")
        case .callout(let callout):
            startLine("<aside>\n")
            render(callout.blocks, isTight: false)
            startLine("</aside>\n")
        case .list(let list):
            render(list)
        case .table(let table):
            render(table)
        case .html(let text):
            startLine(text + "\n")
        case .thematicBreak:
            startLine("<hr />\n")
        }
    }

    private mutating func render(_ list: List) {
        let name = list.start == nil ? "ul" : "ol"
        let start = list.start.map { $0 == 1 ? "" : " start=\"\($0)\"" } ?? ""
        startLine("<\(name)\(start)>\n")
        for item in list.items {
            startLine("<li>")
            render(item.blocks, isTight: list.isTight)
            output += "</li>\n"
        }
        startLine("</\(name)>\n")
    }

    private mutating func render(_ table: Table) {
        startLine("<table>\n<thead>\n")
        render(table.header, in: "th")
        output += "</thead>\n"
        if !table.rows.isEmpty {
            output += "<tbody>\n"
            for row in table.rows { render(row.cells, in: "td") }
            output += "</tbody>\n"
        }
        output += "</table>\n"
    }

    private mutating func render(_ cells: [InlineText], in name: String) {
        output += "<tr>\n"
        for cell in cells { output += "<\(name)>\(html(cell.inlines))</\(name)>\n" }
        output += "</tr>\n"
    }

    /// Starts a new line unless one starts anyway.
    private mutating func startLine(_ text: String) {
        if let last = output.last, last != "\n" { output += "\n" }
        output += text
    }

    private func html(_ inlines: [Inline]) -> String {
        inlines.map(html).joined()
    }

    private func html(_ inline: Inline) -> String {
        switch inline {
        case .text(let text): escaped(text)
        case .code(let code): "<code>\(escaped(code))</code>"
        case .emphasis(let content): "<em>\(html(content))</em>"
        case .strong(let content): "<strong>\(html(content))</strong>"
        case .strikethrough(let content): "<del>\(html(content))</del>"
        case .link(let destination, let title, let content):
            "<a href=\"\(encoded(destination))\"\(attribute(title))>\(html(content))</a>"
        case .image(let source, let title, let description):
            "<img src=\"\(encoded(source))\" alt=\"\(escaped(description.plainText))\""
                + "\(attribute(title)) />"
        case .html(let tag): tag
        case .softBreak: "\n"
        case .lineBreak: "<br />\n"
        }
    }

    private func attribute(_ title: String?) -> String {
        title.map { " title=\"\(escaped($0))\"" } ?? ""
    }

    private func escaped(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    /// A destination with the bytes percent-encoded that the reference implementation encodes.
    private func encoded(_ destination: String) -> String {
        let plain = Set("-_.+!*'(),%#@?=;:/,$~&".utf8)
        var result = ""
        for byte in destination.utf8 {
            let scalar = Character(Unicode.Scalar(byte))
            let isPlain =
                plain.contains(byte) || (byte < 0x80 && (scalar.isLetter || scalar.isNumber))
            let digits = String(byte, radix: 16, uppercase: true)
            result += isPlain ? String(scalar) : "%" + (digits.count < 2 ? "0" : "") + digits
        }
        return escaped(result)
    }
}
