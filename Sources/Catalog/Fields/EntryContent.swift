import Markdown

/// Sorts what was read of an entry into the fields of ``Entry``.
struct EntryContent {
    /// The entry under construction.
    var entry: Entry
    /// Sentences of unlabelled prose that are neither instructions nor reasons by their words.
    var statements: [String] = []

    /// Fills an entry from what was read.
    static func fill(_ entry: Entry, from draft: EntryDraft) -> Entry {
        var content = EntryContent(entry: entry)
        content.entry.signatures = draft.titleSpans.filter(SignatureFinder.looksLikeLog)
        content.addLead(of: draft)
        for field in draft.reading.fields { content.add(field) }
        content.deriveCauses()
        content.removeDuplicates()
        return content.entry
    }

    /// Sorts one labelled field.
    mutating func add(_ field: LabelledField) {
        switch field.field {
        case .symptoms: addSymptoms(field.pieces)
        case .reports: addReports(field.pieces)
        case .causes: addTexts(field.pieces, to: \.causes)
        case .checks: addTexts(field.pieces, to: \.checks)
        case .fixes: field.isSuperseded ? addNote(field) : addFixes(field.pieces)
        case .signatures: entry.signatures += SignatureFinder.listed(in: field.pieces)
        case .questions: addTexts(field.pieces, to: \.questions)
        case .validation: addTexts(field.pieces, to: \.validation)
        case .evidence: addTexts(field.pieces, to: \.evidence)
        case .unprobed:
            if entry.unprobedReason == nil {
                entry.unprobedReason = texts(of: field).joined(separator: " ")
            }
        case .severity: setOnce(\.severity, to: field)
        case .status: setOnce(\.status, to: field)
        case .confidence: setOnce(\.confidence, to: field)
        case .subsystem: if entry.subsystem == nil { entry.subsystem = texts(of: field).first }
        case .meaning: addMeaning(field)
        case .codes, .note: addNote(field)
        }
    }

    /// Sets a one-word field, lower-cased; later ones become notes.
    mutating func setOnce(
        _ path: WritableKeyPath<Entry, String?>, to field: LabelledField
    ) {
        guard let text = texts(of: field).first else { return }
        if entry[keyPath: path] == nil {
            entry[keyPath: path] = text.lowercased().trimmedBlanks
        } else {
            addNote(field)
        }
    }

    /// The plain texts of a field.
    func texts(of field: LabelledField) -> [String] {
        field.pieces.flatMap(Self.texts)
    }

    /// The plain texts of a piece.
    static func texts(of piece: FieldPiece) -> [String] {
        switch piece.body {
        case .text(let inlines):
            return [RichText.plain(inlines)]
        case .code(let code):
            let commands = ShellCommand.commands(ofBlock: code.text, info: code.info)
            return commands.isEmpty ? [code.text.trimmedBlanks] : commands
        case .table(let table):
            return table.rows.map { row in
                row.cells.map { RichText.plain($0.inlines) }.filter { !$0.isEmpty }
                    .joined(separator: ": ")
            }
        }
    }

    mutating func addNote(_ field: LabelledField) {
        let items = texts(of: field).filter { !$0.isEmpty }
        guard !items.isEmpty else { return }
        entry.notes.append(Note(label: field.label, items: items))
    }

    /// Adds texts, and the log text that their code spans quote.
    mutating func addTexts(
        _ pieces: [FieldPiece], to path: WritableKeyPath<Entry, [String]>
    ) {
        for piece in pieces {
            entry[keyPath: path] += Self.texts(of: piece)
            if case .text(let inlines) = piece.body {
                entry.signatures += SignatureFinder.spans(in: inlines)
            }
        }
    }

    /// Adds symptoms; a code block among them shows what is printed.
    mutating func addSymptoms(_ pieces: [FieldPiece]) {
        for piece in pieces {
            if case .code(let code) = piece.body {
                entry.signatures += SignatureFinder.lines(of: code.text)
            } else {
                addTexts([piece], to: \.symptoms)
            }
        }
    }

    /// Adds what people call the failure; semicolons separate one wording from the next.
    mutating func addReports(_ pieces: [FieldPiece]) {
        let known = entry.reports.count
        addTexts(pieces, to: \.reports)
        let texts = entry.reports[known...]
        entry.reports.replaceSubrange(
            known..., with: texts.flatMap { $0.split(separator: ";") }.map(\.trimmedBlanks))
        entry.reports.removeAll(where: \.isEmpty)
    }

    /// What an alert means is a cause where it gives a reason, and what one sees otherwise.
    mutating func addMeaning(_ field: LabelledField) {
        for piece in field.pieces {
            guard case .text(let inlines) = piece.body else { continue }
            if ReasonWords.explain(RichText.plain(inlines)) {
                addTexts([piece], to: \.causes)
            } else {
                addTexts([piece], to: \.symptoms)
            }
        }
    }
}

extension EntryContent {
    /// Takes causes from what else says why, where no field gives any.
    ///
    /// `MediaMTX is down: docker compose restart mediamtx` says why as well as what to do.
    mutating func deriveCauses() {
        guard entry.causes.isEmpty else { return }
        let remedies = entry.fixes.flatMap { Sentences.split($0.text) }
        entry.causes = remedies.compactMap(Self.condition).filter { condition in
            let words = condition.lowercasedWords
            return FailureWords.areIn(condition) || words.contains("is") || words.contains("are")
        }
        guard entry.causes.isEmpty else { return }
        entry.causes = (entry.symptoms + entry.checks).flatMap(Sentences.split)
            .filter(ReasonWords.explainCertainly)
        guard entry.causes.isEmpty else { return }
        entry.causes = remedies.filter { sentence in
            !ImperativeWords.start(sentence) && ReasonWords.explainCertainly(sentence)
        }
        guard entry.causes.isEmpty else { return }
        entry.causes = statements.filter { Statement.explains($0, in: entry.title) }
        entry.symptoms.removeAll(where: entry.causes.contains)
    }

    /// The condition before the colon of a remedy.
    static func condition(of sentence: String) -> String? {
        let bytes = sentence.utf8
        guard let colon = bytes.firstIndex(of: UInt8(ascii: ":")) else { return nil }
        let after = bytes.index(after: colon)
        guard after < bytes.endIndex, bytes[after] == 0x20 else { return nil }
        var condition = sentence[..<colon].trimmedBlanks
        for opening in ["If ", "When "] where condition.hasPrefix(opening) {
            condition = String(condition.dropFirst(opening.count))
        }
        guard condition.utf8.contains(0x20), !ImperativeWords.start(condition),
            condition.utf8.count <= 120
        else { return nil }
        return condition
    }

    /// Drops signatures that stand there twice.
    mutating func removeDuplicates() {
        var seen: Set<String> = []
        entry.signatures = entry.signatures.filter { seen.insert($0).inserted }
    }
}
