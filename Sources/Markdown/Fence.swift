/// The opening fence of a code block (CommonMark 0.31.2, 4.5).
struct Fence {
    /// Backtick or tilde.
    var byte: UInt8
    /// How many there are.
    var length: Int
    /// How many columns it is indented, which its lines lose too.
    var indent: Int
    /// The info string, trimmed, escapes resolved.
    var info: String

    /// Reads the fence that a line starts with.
    init?(opening line: LineScanner) {
        let text = line.text
        let start = line.contentOffset
        byte = text[start]
        guard byte == .backtick || byte == .tilde else { return nil }
        let end = text.endOfRun(of: byte, from: start, end: line.end)
        length = end - start
        indent = line.indent
        guard length >= 3 else { return nil }
        // A backtick in the info string would make it a code span.
        let isSpan =
            byte == .backtick
            && text.index(of: .backtick, from: end, end: line.end) < line.end
        guard !isSpan else { return nil }
        let infoStart = text.skippingSpaces(from: end, end: line.end)
        let infoEnd = text.trimmedEnd(from: infoStart, end: line.end)
        info = text.unescaped(infoStart..<infoEnd)
    }

    /// Whether a line closes the block.
    func isClosed(by line: LineScanner) -> Bool {
        guard line.indent < 4, line.first == byte else { return false }
        let end = line.text.endOfRun(of: byte, from: line.contentOffset, end: line.end)
        guard end - line.contentOffset >= length else { return false }
        return line.text.skippingSpaces(from: end, end: line.end) == line.end
    }
}
