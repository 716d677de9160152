/// Splits the rows of GFM tables (GFM 0.29, 4.10).
enum TableParser {
    /// The cells of a row: split at pipes that no backslash escapes, trimmed.
    static func cells(of line: TextLine, in text: ByteText) -> [InlineText] {
        var columns = ColumnCounter(text, lineStart: text.lineStart(before: line.start))
        return ranges(of: line, in: text).map { range in
            let column = columns.column(of: range.lowerBound)
            return InlineText(
                source(range, in: text), at: Position(line: line.number, column: column))
        }
    }

    /// The alignments that a delimiter row such as `|:--|---|` gives, if the line is one.
    ///
    /// One column needs a pipe or colon, for else it would be a setext underline.
    static func alignments(of line: TextLine, in text: ByteText) -> [Table.Alignment]? {
        var hasMark = false
        for index in line.start..<line.end {
            switch text[index] {
            case .pipe, .colon: hasMark = true
            case .hyphen, .space, .tab: continue
            default: return nil
            }
        }
        guard hasMark else { return nil }
        var result: [Table.Alignment] = []
        for range in ranges(of: line, in: text) {
            guard let alignment = alignment(of: range, in: text) else { return nil }
            result.append(alignment)
        }
        return result.isEmpty ? nil : result
    }

    private static func alignment(of cell: Range<Int>, in text: ByteText) -> Table.Alignment? {
        guard !cell.isEmpty else { return nil }
        let isLeft = text[cell.lowerBound] == .colon
        let isRight = text[cell.upperBound - 1] == .colon
        let start = cell.lowerBound + (isLeft ? 1 : 0)
        let end = text.endOfRun(of: .hyphen, from: start, end: cell.upperBound)
        guard end > start, end + (isRight ? 1 : 0) == cell.upperBound else { return nil }
        switch (isLeft, isRight) {
        case (true, true): return .center
        case (true, false): return .left
        case (false, true): return .right
        case (false, false): return Table.Alignment.none
        }
    }

    /// Where the cells stand, without the spaces around them.
    static func ranges(of line: TextLine, in text: ByteText) -> [Range<Int>] {
        let end = text.trimmedEnd(from: line.start, end: line.end)
        var result: [Range<Int>] = []
        var start = text[line.start] == .pipe ? line.start + 1 : line.start
        var index = start
        while index < end {
            switch text[index] {
            case .backslash:
                index += 2
            case .pipe:
                result.append(trimmed(start..<index, in: text))
                index += 1
                start = index
            default:
                index += 1
            }
        }
        if start < end { result.append(trimmed(start..<end, in: text)) }
        return result
    }

    private static func trimmed(_ range: Range<Int>, in text: ByteText) -> Range<Int> {
        let start = text.skippingSpaces(from: range.lowerBound, end: range.upperBound)
        return start..<text.trimmedEnd(from: start, end: range.upperBound)
    }

    /// A cell's Markdown, in which `\|` is a pipe even within code spans.
    private static func source(_ range: Range<Int>, in text: ByteText) -> String {
        guard text.indexAfter("\\|", from: range.lowerBound, end: range.upperBound) != nil else {
            return text.string(range)
        }
        var bytes: [UInt8] = []
        for index in range where text[index] != .backslash || text[index + 1] != .pipe {
            bytes.append(text[index])
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}

/// Counts the characters of a line once, however many places in it are asked for.
private struct ColumnCounter {
    private let text: ByteText
    private var offset: Int
    private var column = 1

    init(_ text: ByteText, lineStart: Int) {
        self.text = text
        offset = lineStart
    }

    /// The column of a byte behind the one asked for last.
    mutating func column(of index: Int) -> Int {
        column += text.characterCount(offset..<max(offset, index))
        offset = max(offset, index)
        return column
    }
}
