/// The part of one line that belongs to a leaf block.
struct TextLine {
    /// Its first byte.
    var start: Int
    /// The byte after its last.
    var end: Int
    /// The number of the line.
    var number: Int
    /// How many spaces to put in front, for a tab that a container took in part.
    var spaces = 0
}

extension ByteText {
    /// Where the line starts that holds a byte.
    func lineStart(before index: Int) -> Int {
        var start = index
        while start > 0, self[start - 1] != .lineFeed { start -= 1 }
        return start
    }

    /// Where the part of a line stands.
    func position(of line: TextLine) -> Position {
        let column = characterCount(lineStart(before: line.start)..<line.start) + 1
        return Position(line: line.number, column: column)
    }

    /// The lines as one text with line feeds between them, the last one cut at a byte if asked.
    func string(joining lines: [TextLine], upTo end: Int? = nil) -> String {
        let surplus = lines.last.map { $0.end - (end ?? $0.end) } ?? 0
        guard let range = contiguousRange(of: lines) else {
            return String(decoding: joined(lines).dropLast(surplus), as: UTF8.self)
        }
        return string(range.lowerBound..<range.upperBound - surplus)
    }

    /// The bytes of the lines with line feeds between them.
    func joined(_ lines: [TextLine]) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(lines.reduce(0) { $0 + $1.end - $1.start + $1.spaces + 1 })
        for line in lines {
            for _ in 0..<line.spaces { result.append(.space) }
            result.append(contentsOf: self[line.start..<max(line.start, line.end)])
            result.append(.lineFeed)
        }
        if !result.isEmpty { result.removeLast() }
        return result
    }

    /// The range of the lines where they follow each other without a gap, as at the top level.
    private func contiguousRange(of lines: [TextLine]) -> Range<Int>? {
        guard let first = lines.first, let last = lines.last, first.spaces == 0 else { return nil }
        var end = first.end
        for line in lines.dropFirst() {
            guard line.spaces == 0, line.start == end + 1 else { return nil }
            end = line.end
        }
        return first.start <= last.end ? first.start..<last.end : nil
    }
}
