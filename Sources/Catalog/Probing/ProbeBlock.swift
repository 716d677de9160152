import Markdown

/// A fenced block with the info string `probe` or `probe <entry-id>`, or `collect`.
enum ProbeBlock {
    /// Whether a code block says in lines of probes what to capture.
    static func isCollect(_ code: CodeBlock) -> Bool {
        code.isFenced && code.info.trimmedBlanks == "collect"
    }

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
    static func all(in blocks: [Block]) -> [CodeBlock] { all(in: blocks, where: isProbe) }

    /// The blocks that say what to capture, wherever they stand.
    static func collectBlocks(in blocks: [Block]) -> [CodeBlock] {
        all(in: blocks, where: isCollect)
    }

    private static func all(
        in blocks: [Block], where isWanted: (CodeBlock) -> Bool
    ) -> [CodeBlock] {
        var found: [CodeBlock] = []
        collect(from: blocks, where: isWanted, into: &found, depth: 0)
        return found
    }

    private static func collect(
        from blocks: [Block], where isWanted: (CodeBlock) -> Bool, into found: inout [CodeBlock],
        depth: Int
    ) {
        guard depth < 16 else { return }
        for block in blocks {
            switch block.content {
            case .code(let code):
                if isWanted(code) { found.append(code) }
            case .quote(let inner):
                collect(from: inner, where: isWanted, into: &found, depth: depth + 1)
            case .callout(let callout):
                collect(from: callout.blocks, where: isWanted, into: &found, depth: depth + 1)
            case .list(let list):
                for item in list.items {
                    collect(from: item.blocks, where: isWanted, into: &found, depth: depth + 1)
                }
            case .heading, .paragraph, .table, .html, .thematicBreak:
                continue
            }
        }
    }
}
