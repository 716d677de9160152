/// Makes a table of the tags and text of an HTML table.
struct HTMLTableBuilder {
    /// A row as far as it is read.
    private struct Row {
        var cells: [String] = []
        var line: Int
        var isHeader = true
    }

    /// As many columns as a person can read; the rest of a row is left out.
    private static let mostColumns = 64

    private let line: Int
    private var rows: [Row] = []
    /// Whether a cell is open.
    private var isInCell = false

    /// Starts the table on a line.
    init(line: Int) { self.line = line }

    /// Takes `<tr>`, `<td>` and `<th>`.
    mutating func add(_ tag: HTMLTag) {
        switch (tag.kind, tag.isClosing) {
        case ("tr", false):
            rows.append(Row(line: tag.line))
            isInCell = false
        case ("td", false), ("th", false):
            if rows.isEmpty { rows.append(Row(line: tag.line)) }
            isInCell = rows[rows.count - 1].cells.count < Self.mostColumns
            guard isInCell else { return }
            rows[rows.count - 1].cells.append("")
            if tag.kind == "td" { rows[rows.count - 1].isHeader = false }
        case ("td", true), ("th", true), ("tr", true):
            isInCell = false
        default:
            break
        }
    }

    /// Adds text to the open cell.
    mutating func add(_ text: String) {
        guard isInCell, !rows.isEmpty, let last = rows[rows.count - 1].cells.indices.last else {
            return
        }
        rows[rows.count - 1].cells[last] += text
    }

    /// Adds a block of Markdown that stands in the open cell.
    mutating func add(_ block: Block) {
        switch block.content {
        case .paragraph(let text), .heading(_, let text): add(text.source + "<br>")
        case .code(let code):
            for line in code.text.split(separator: "\n") { add("`\(line)`<br>") }
        default:
            for child in block.children { add(child) }
        }
    }

    /// The table; `nil` where it has no row below its header.
    func finish(endLine: Int) -> Block? {
        let filled = rows.filter { !$0.cells.isEmpty }
        guard let header = filled.first, filled.count > 1 else { return nil }
        let table = Table(
            header: texts(of: header, count: header.cells.count),
            alignments: header.cells.map { _ in .none },
            rows: filled.dropFirst().map { row in
                TableRow(
                    cells: texts(of: row, count: header.cells.count),
                    position: Position(line: row.line, column: 1))
            })
        return Block(
            .table(table), at: Position(line: line, column: 1), endLine: max(line, endLine))
    }

    /// The cells of a row, as many as the header has.
    private func texts(of row: Row, count: Int) -> [InlineText] {
        (0..<count).map { index in
            let source = index < row.cells.count ? row.cells[index] : ""
            let words = source.split(whereSeparator: \.isWhitespace).joined(separator: " ")
            return InlineText(words, at: Position(line: row.line, column: 1))
        }
    }
}
