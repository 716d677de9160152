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
    static func all(in blocks: [Block]) -> [CodeBlock] {
        var found: [CodeBlock] = []
        collect(from: blocks, into: &found, depth: 0)
        return found
    }

    private static func collect(from blocks: [Block], into found: inout [CodeBlock], depth: Int) {
        guard depth < 16 else { return }
        for block in blocks {
            switch block.content {
            case .code(let code):
                if isProbe(code) { found.append(code) }
            case .quote(let inner):
                collect(from: inner, into: &found, depth: depth + 1)
            case .callout(let callout):
                collect(from: callout.blocks, into: &found, depth: depth + 1)
            case .list(let list):
                for item in list.items {
                    collect(from: item.blocks, into: &found, depth: depth + 1)
                }
            case .heading, .paragraph, .table, .html, .thematicBreak:
                continue
            }
        }
    }
}
