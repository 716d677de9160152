import Markdown

/// Finds where in a document a new entry goes and how it is written there.
struct AdditionPlanner {
    private let runbook: Runbook
    private let places: EntryPlaces
    private let lines: SourceLines

    /// Knows a document.
    init(_ runbook: Runbook, document: Document, lines: SourceLines) {
        self.runbook = runbook
        self.lines = lines
        places = EntryPlaces(document)
    }

    /// Ways to put an entry in, the best first: behind its like, else at the end under a heading.
    func plans(for template: EntryTemplate) -> [SourceEdit] {
        var plans: [SourceEdit] = []
        if let last = lastEntry, let place = places[last.location.line] {
            plans.append(plan(for: template, behind: last, at: place))
        }
        let end = section(of: template, in: .headings(level: 2), after: lines.count)
        return plans + [end]
    }

    /// The last entry of the shape that most entries have.
    private var lastEntry: Entry? {
        let common = EntryShape.commonRecogniser(of: runbook)
        return runbook.entries.filter { $0.kind == .failure && $0.recogniser == common }
            .max { $0.location.line < $1.location.line }
    }

    private func plan(
        for template: EntryTemplate, behind last: Entry, at place: EntryPlaces.Place
    ) -> SourceEdit {
        let line = last.location.line
        switch place {
        case .row(let table): return row(of: template, in: table, behind: last)
        case .item(let list): return bullet(of: template, in: list, behind: last)
        case .paragraph:
            let end = places.endOfSection(at: line, level: 6, lineCount: lines.count)
            return section(of: template, in: .questions, after: end)
        case .heading(let level):
            let end = places.endOfSection(at: line, level: level, lineCount: lines.count)
            let shape: EntryShape =
                last.recogniser == IncidentTracker.name
                ? .tracker(level: level) : .headings(level: level)
            return section(of: numbered(template, like: last), in: shape, after: end)
        }
    }

    /// A template with the next number of its like in front of its title.
    private func numbered(_ template: EntryTemplate, like last: Entry) -> EntryTemplate {
        let written = lines.text(of: last.location.line)
        let words = written.drop { "#*->+ \t".contains($0) }
        let series = TitleSeries(
            after: String(words), identifiers: runbook.entries.map(\.localID))
        var template = template
        template.title = series.next + template.title
        if series.isCode { template.identifier = nil }
        return template
    }

    /// Lines below a gap, behind the last line up to a given one that is not blank.
    private func section(
        of template: EntryTemplate, in shape: EntryShape, after limit: Int
    ) -> SourceEdit {
        var line = limit
        while line > 0, lines.isBlank(line) { line -= 1 }
        let gap = line == 0 ? [] : [""]
        return edit(gap + template.lines(in: shape), after: line, template)
    }

    private func edit(_ added: [String], after line: Int, _ template: EntryTemplate) -> SourceEdit {
        SourceEdit(
            .insert(after: line, lines: added), rule: "new", summary: "added '\(template.title)'")
    }
}

extension AdditionPlanner {
    /// A bullet behind the last of its list, with that one's marker and indentation.
    private func bullet(
        of template: EntryTemplate, in list: List, behind last: Entry
    ) -> SourceEdit {
        let item = list.items.last
        var end = item?.endLine ?? last.location.line
        while end > 1, lines.isBlank(end) { end -= 1 }
        let written = template.lines(in: .bullets)
        let start = item?.position.line ?? last.location.line
        let marker = marker(of: lines.text(of: start))
        var added = written
        added[0] = marker + written[0].dropFirst(2)
        return edit((list.isTight ? [] : [""]) + added, after: end, template)
    }

    /// The next marker behind that of a line: the same bullet, or the next number.
    private func marker(of line: String) -> String {
        let indentation = line.prefix { $0 == " " || $0 == "\t" }
        let rest = line.dropFirst(indentation.count)
        let digits = rest.prefix { $0.isASCII && $0.isNumber }
        let mark = rest.dropFirst(digits.count).first.map(String.init) ?? "-"
        let number = digits.isEmpty ? "" : String((Int(digits) ?? 0) + 1)
        return indentation + number + mark + " "
    }

    /// A row behind the last of its table, with a cell for each column.
    private func row(of template: EntryTemplate, in table: Table, behind last: Entry) -> SourceEdit
    {
        let line = table.rows.last?.position.line ?? last.location.line
        let model = table.rows.first { $0.position.line == last.location.line } ?? table.rows.last
        let cells = model?.cells.map { RichText.plain($0.inlines) } ?? []
        let title =
            cells.firstIndex { EntryIdentifier.parts(of: $0).title == last.title } ?? 0
        let template = title < cells.count ? numbered(template, like: cells[title]) : template
        let row = template.row(
            table.header.indices.map { column in
                column == title
                    ? template.anchor + template.title
                    : words(
                        below: table.header[column],
                        above: column < cells.count ? cells[column] : "")
            })
        let indentation = lines.text(of: line).prefix { $0 == " " || $0 == "\t" }
        return edit([indentation + row], after: line, template)
    }

    private func numbered(_ template: EntryTemplate, like title: String) -> EntryTemplate {
        let series = TitleSeries(after: title, identifiers: runbook.entries.map(\.localID))
        guard series.isCode else { return template }
        var template = template
        template.title = series.next + template.title
        template.identifier = nil
        return template
    }

    /// What a cell asks for, by its column's header; a column of numbers goes on.
    private func words(below header: InlineText, above last: String) -> String {
        if let number = Int(last) { return String(number + 1) }
        let label = RichText.plain(header.inlines).lowercased()
        switch FieldLabel.field(of: label) {
        case .causes: return EntryTemplate.cause
        case .fixes: return EntryTemplate.remedy
        case .checks: return label.hasPrefix("diagnos") ? EntryTemplate.cause : "how to tell"
        default: return "…"
        }
    }
}
