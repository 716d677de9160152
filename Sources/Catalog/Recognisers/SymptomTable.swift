import Markdown

/// Takes each row of a `Symptom | Diagnosis | Fix` table as an entry.
enum SymptomTable: Recogniser {
    static let name = "symptom-table"

    /// Headers of the column that names the failure, most telling first.
    private static let titles = [
        "symptom", "symptoms", "problem", "issue", "failure", "failure mode", "alert",
        "alert name", "error message", "error", "error / symptom", "what you see", "incident",
        "scenario", "exception", "message", "error / status", "http code", "status code", "status",
        "error code", "code", "issue type", "smell", "if you see", "condition", "situation",
        "http status", "error / message", "log message", "observation", "when", "fault", "warning",
    ]

    /// Headers that say nothing about the failure.
    private static let numbering: Set<String> = ["#", "no", "no.", "id", "nr", "number"]

    static func recognise(
        _ section: OutlineSection, in surroundings: Surroundings
    ) -> Recognition? {
        var drafts: [EntryDraft] = []
        for table in tables(in: section.blocks) {
            guard let columns = Columns(table.header.map { RichText.plain($0.inlines) }) else {
                continue
            }
            drafts += table.rows.compactMap { draft(of: $0, columns: columns) }
        }
        return drafts.isEmpty ? nil : .blocks(drafts)
    }

    /// Tables deeper in lists and quotes are not looked for: people do not nest so far.
    private static let deepestNesting = 8

    /// The tables among blocks and inside their lists and quotes.
    private static func tables(in blocks: [Block], depth: Int = 0) -> [Table] {
        guard depth < deepestNesting else { return [] }
        return blocks.flatMap { block -> [Table] in
            if case .table(let table) = block.content { return [table] }
            return tables(in: block.children, depth: depth + 1)
        }
    }

    /// The rows of tables that have both a symptom and a remedy or cause column by those names.
    static func certain(in section: OutlineSection) -> [EntryDraft] {
        let tables = section.blocks.filter { block in
            guard case .table(let table) = block.content, let first = table.header.first
            else { return false }
            return ["symptom", "symptoms", "problem"].contains(
                RichText.plain(first.inlines).lowercased())
        }
        var section = section
        section.blocks = tables
        let drafts = recognise(section, in: Surroundings())?.drafts ?? []
        return drafts.map { draft in
            var draft = draft
            draft.recogniser = name
            draft.reason = RecognitionReason.words(
                for: draft, takenBy: Self.self, in: section, Surroundings())
            return draft
        }
    }

    /// What the columns of a table mean.
    private struct Columns {
        /// The column that names the failure.
        var title: Int
        /// The label and field of every other column.
        var fields: [Int: (label: String, field: EntryField)] = [:]

        /// Reads a header row; `nil` where the rows are no failures.
        init?(_ header: [String]) {
            let labels = header.map { $0.lowercased().trimmedBlanks }
            guard header.count >= 2, let title = Self.titleColumn(labels) else { return nil }
            self.title = title
            for (number, label) in header.enumerated() where number != title {
                guard !SymptomTable.numbering.contains(labels[number]) else { continue }
                fields[number] = (label, SymptomTable.field(of: label))
            }
            // Beside a remedy, what an error means is why it comes.
            if fields.values.contains(where: { $0.field == .fixes }) {
                for (number, column) in fields where column.field == .meaning {
                    fields[number] = (column.label, .causes)
                }
            }
            let isCode = ["code", "status", "message", "condition", "when", "error code"]
                .contains(labels[title])
            let remedies = fields.values.contains { $0.field == .fixes || $0.field == .causes }
            let checks = fields.values.contains { $0.field == .checks }
            let meaning = fields.values.contains { $0.field == .meaning }
            guard remedies || (checks && !isCode) || (meaning && Self.isError(labels[title]))
            else { return nil }
        }

        /// The first column whose header names failures.
        private static func titleColumn(_ labels: [String]) -> Int? {
            for title in SymptomTable.titles {
                if let column = labels.firstIndex(of: title), column <= 2 { return column }
            }
            let first = labels.firstIndex { !SymptomTable.numbering.contains($0) }
            guard let first, FieldLabel.field(of: labels[first]) == .symptoms else { return nil }
            return first
        }

        private static func isError(_ label: String) -> Bool {
            FailureWords.areIn(label) || label.holds("exception") || label.holds("alert")
        }
    }

    /// The field of a column; in tables `Diagnosis` is the cause, as checks have their own words.
    private static func field(of label: String) -> EntryField {
        let lowered = label.lowercased().trimmedBlanks
        if lowered == "diagnosis" || lowered == "diagnostic" { return .causes }
        if lowered == "then" || lowered == "next action" { return .fixes }
        return FieldLabel.field(of: label) ?? .note
    }

    /// Makes a row an entry.
    private static func draft(of row: TableRow, columns: Columns) -> EntryDraft? {
        guard row.cells.indices.contains(columns.title) else { return nil }
        let inlines = row.cells[columns.title].inlines
        let title = RichText.plain(inlines)
        guard !title.isEmpty, title.utf8.contains(where: { $0.isLetterOrDigit }) else { return nil }
        // A column of checks alone says what to do, too.
        let holdsRemedy = columns.fields.values.contains {
            $0.field == .fixes || $0.field == .causes
        }
        var reading = FieldReading()
        let seen = FieldPiece(body: .text(inlines), isItem: true, position: row.position)
        reading.fields.append(LabelledField(label: "symptom", field: .symptoms, pieces: [seen]))
        for (number, cell) in row.cells.enumerated() {
            guard let column = columns.fields[number] else { continue }
            let lines = RichText.lines(cell.inlines, atBreakTags: true)
            let pieces = lines.filter { !RichText.plain($0).isEmpty }.map {
                FieldPiece(body: .text($0), isItem: true, position: row.position)
            }
            guard !pieces.isEmpty else { continue }
            if column.field == .checks, !holdsRemedy {
                reading.lead += pieces
                continue
            }
            // A cell that only leads elsewhere explains nothing.
            let field =
                RichText.isLink(cell.inlines) && column.field == .causes
                ? .note : column.field
            reading.fields.append(
                LabelledField(label: column.label, field: field, pieces: pieces))
        }
        return EntryDraft(
            title: title, titleSpans: RichText.codeSpans(inlines), position: row.position,
            anchor: row.cells.lazy.compactMap { Anchor.first(in: $0.inlines) }.first,
            reading: reading, unlabelled: .explanation)
    }
}

extension UInt8 {
    /// Whether the byte is an ASCII letter or digit or part of a longer character.
    fileprivate var isLetterOrDigit: Bool {
        switch self {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), 0x80...:
            true
        default: false
        }
    }
}
