extension BlockParser {
    /// How many cells short rows may be filled up with, which bounds what a wide header costs.
    private static let maximumPaddedCells = 100_000

    /// Turns the last line of the open paragraph into a table's header, if the line underlines it.
    mutating func openTable() -> Bool {
        let text = scanner.text
        guard let header = stack[matched - 1].lines.last,
            let alignments = TableParser.alignments(of: scanner.content, in: text),
            TableParser.ranges(of: header, in: text).count == alignments.count
        else { return false }
        let start = text.position(of: header)
        stack[matched - 1].lines.removeLast()
        stack[matched - 1].endLine = header.number - 1
        if stack[matched - 1].lines.isEmpty { stack.removeLast() }
        matched = stack.count
        open(.table, at: start)
        stack[stack.count - 1].endLine = scanner.number
        stack[stack.count - 1].table = Table(
            header: TableParser.cells(of: header, in: text), alignments: alignments, rows: [])
        return true
    }

    /// Adds the line as a row to the open table.
    mutating func addTableRow(to index: Int) {
        let width = stack[index].table?.alignments.count ?? 0
        var cells = TableParser.cells(of: scanner.content, in: scanner.text)
        let missing = max(0, width - cells.count)
        guard paddedCells + missing <= Self.maximumPaddedCells else {
            open(.paragraph, at: scanner.contentPosition)
            stack[stack.count - 1].lines.append(scanner.content)
            return
        }
        paddedCells += missing
        let end = scanner.position(at: scanner.end)
        cells.append(contentsOf: repeatElement(InlineText("", at: end), count: missing))
        cells.removeLast(max(0, cells.count - width))
        stack[index].table?.rows.append(
            TableRow(cells: cells, position: scanner.contentPosition))
        stack[index].endLine = scanner.number
    }
}
