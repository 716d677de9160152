import Markdown

/// Turns lists such as ``- `4003`: token scope mismatch`` into entries of their own.
enum CodeEntries {
    /// The name of the recogniser that these entries carry.
    static let name = "code-list"

    /// As many commands as anybody writes behind one code.
    private static let mostCommands = 16

    /// A code with what a document says about it.
    struct Draft {
        /// The code's digits.
        var code: String
        /// What its number counts: `Close code`.
        var noun: String
        /// The text behind the code.
        var inlines: [Inline]
        /// Where it stands.
        var position: Position
    }

    /// The codes of a section about codes: its lists and tables.
    static func drafts(in section: OutlineSection) -> [Draft] {
        section.allBlocks.flatMap { block -> [Draft] in
            switch block.content {
            case .list(let list): drafts(in: CodeList(lead: [.text(section.title)], list: list))
            case .table(let table): drafts(in: table, lead: section.title)
            default: []
            }
        }
    }

    /// The codes of a list, if the words before it speak of codes.
    static func drafts(in list: CodeList) -> [Draft] {
        guard let noun = noun(in: RichText.plain(list.lead)) else { return [] }
        return list.list.items.compactMap { item in
            guard case .paragraph(let text)? = item.blocks.first?.content else { return nil }
            return draft(of: text.inlines, noun: noun, at: item.position)
        }
    }

    private static func drafts(in table: Table, lead: String) -> [Draft] {
        let words = lead + " " + (table.header.first.map { RichText.plain($0.inlines) } ?? "")
        guard let noun = noun(in: words) else { return [] }
        return table.rows.compactMap { row in
            guard let first = row.cells.first else { return nil }
            let rest = row.cells.dropFirst().map(\.inlines).filter { !$0.isEmpty }
            let joined = Array(rest.joined(separator: [.text(". ")]))
            return draft(of: first.inlines + [.text(": ")] + joined, noun: noun, at: row.position)
        }
    }

    /// What the numbers of a list count, by the words before it.
    private static func noun(in lead: String) -> String? {
        let words = lead.lowercasedWords
        guard words.contains("code") || words.contains("codes") else { return nil }
        for (word, noun) in [
            ("close", "Close code"), ("exit", "Exit code"), ("status", "Status code"),
            ("error", "Error code"), ("return", "Return code"),
        ] where words.contains(word) {
            return noun
        }
        return "Code"
    }

    /// Reads `4003: …`, `` `4003` … `` or `**4003** …`.
    private static func draft(
        of inlines: [Inline], noun: String, at position: Position
    ) -> Draft? {
        let start = RichText.trimmingStart(inlines)
        guard let first = start.first else { return nil }
        let lead = RichText.plain([first])
        let digits = lead.utf8.prefix { $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }
        guard (1...6).contains(digits.count) else { return nil }
        var rest = Array(start.dropFirst())
        let remainder = String(lead.utf8[digits.endIndex...]) ?? ""
        if case .text = first {
            rest.insert(.text(remainder), at: 0)
        } else if !remainder.trimmedPunctuation.isEmpty {
            return nil
        }
        let text = RichText.trimmingLead(rest)
        guard !RichText.plain(text).isEmpty else { return nil }
        return Draft(
            code: String(Substring(digits)), noun: noun, inlines: text, position: position)
    }

    /// The entry of a code.
    static func entry(of draft: Draft, system: String, file: String) -> Entry {
        let parts = Meaning(RichText.plain(draft.inlines))
        let location = SourceLocation(
            file: file, line: draft.position.line, column: draft.position.column)
        var entry = Entry(
            id: "\(system)/code-\(draft.code)", system: system,
            title: "\(draft.noun) \(draft.code): \(parts.meaning)", kind: .code,
            location: location, recogniser: name)
        entry.identitySource = .code
        entry.recognitionReason = "a code with its meaning, in a list or table about codes"
        entry.causes = parts.causes.isEmpty ? [parts.meaning] : parts.causes
        let commands = RichText.codeSpans(draft.inlines).prefix(mostCommands)
            .filter(ShellCommand.isCommand)
        entry.fixes = parts.remedies.map { text in
            let own = commands.filter { text.holds($0) }
            return Fix(
                text: text, commands: own,
                isDestructive: DestructiveCommand.isDestructive(text: text, commands: own))
        }
        return entry
    }
}

extension CodeEntries {
    /// The text of a code taken apart: what it means, why it comes, what to do.
    struct Meaning {
        /// What the code means, in lower case unless it starts with a name.
        var meaning: String
        /// Why it comes.
        var causes: [String] = []
        /// What to do.
        var remedies: [String] = []

        /// Takes a text apart at its sentences, semicolons and first colon.
        init(_ text: String) {
            var clauses = Sentences.split(text).flatMap { sentence in
                sentence.split(separator: ";").map { $0.trimmedBlanks }
            }
            let first = clauses.isEmpty ? text : clauses.removeFirst()
            if let colon = first.utf8.firstIndex(of: UInt8(ascii: ":")) {
                meaning = first[..<colon].trimmedBlanks
                clauses.insert(first[first.utf8.index(after: colon)...].trimmedBlanks, at: 0)
            } else {
                meaning = first
            }
            meaning = Self.lowercasedStart(LeadingLabel.withoutColon(meaning))
            for clause in clauses {
                let text = LeadingLabel.withoutColon(clause)
                guard !text.isEmpty else { continue }
                if ImperativeWords.start(text) {
                    remedies.append(text)
                } else {
                    causes.append(text)
                }
            }
        }

        /// A text with its first letter small, unless the first word is all capitals or a name.
        private static func lowercasedStart(_ text: String) -> String {
            let word = text.prefix { $0 != " " }
            guard let first = word.first, word.dropFirst().allSatisfy({ !$0.isUppercase })
            else { return text }
            return first.lowercased() + text.dropFirst()
        }
    }
}
