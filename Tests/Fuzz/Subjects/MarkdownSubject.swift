import Markdown

/// The Markdown parser: blocks keep their places, and both ways to plain text agree.
struct MarkdownSubject: FuzzSubject {
    let name = "markdown"

    func read(_ bytes: [UInt8]) async throws(BrokenPromise) {
        let document = Document(parsing: bytes).foldingHTML()
        // However lines end, there are not more of them than this.
        let lines = bytes.count { $0 == 0x0A || $0 == 0x0D } + 1
        var wrong: String?
        document.walk { block in
            if block.position.line < 1 || block.endLine < block.position.line
                || block.endLine > lines
            {
                wrong = "a block at lines \(block.position.line)–\(block.endLine) of \(lines)"
            }
            guard let text = block.text else { return }
            if text.inlines.plainText != text.plainText { wrong = "two plain texts" }
            _ = (text.links, text.anchors, block.anchors)
        }
        if let wrong { throw BrokenPromise(wrong) }
    }
}
