import Markdown

/// A fenced block with the info string `probe` or `probe <entry-id>`.
enum ProbeBlock {
    /// Whether a code block holds probe lines.
    static func isProbe(_ code: CodeBlock) -> Bool {
        guard code.isFenced, code.info.utf8.starts(with: "probe".utf8) else { return false }
        let rest = code.info.utf8.dropFirst(5)
        return rest.isEmpty || rest.first == UInt8(ascii: " ") || rest.first == UInt8(ascii: "\t")
    }

    /// The entry that the block names; `nil` where it tests what it stands in.
    static func target(of code: CodeBlock) -> String? {
        let target = code.info.dropFirst(5).trimmedBlanks
        return target.isEmpty ? nil : target
    }

    /// The probe lines of a block.
    static func lines(of code: CodeBlock, file: String) -> ProbeLineParser.Result {
        ProbeLineParser.parse(
            code.text,
            at: SourceLocation(
                file: file, line: code.textPosition.line, column: code.textPosition.column))
    }

    /// The probe blocks among blocks and inside their lists and quotes.
    static func all(in blocks: [Block], depth: Int = 0) -> [CodeBlock] {
        guard depth < 16 else { return [] }
        return blocks.flatMap { block -> [CodeBlock] in
            switch block.content {
            case .code(let code): isProbe(code) ? [code] : []
            case .quote(let inner): all(in: inner, depth: depth + 1)
            case .list(let list):
                list.items.flatMap { all(in: $0.blocks, depth: depth + 1) }
            case .heading, .paragraph, .table, .html, .thematicBreak: []
            }
        }
    }
}
