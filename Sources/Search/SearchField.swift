import Catalog

/// A part of an entry and how much a word in it says about the entry.
enum SearchField: CaseIterable {
    case title, symptoms, reports, signatures, identity, causes, checks, fixes, notes

    /// How much one occurrence counts.
    var weight: Float {
        switch self {
        case .title: 7
        case .symptoms: 3.5
        case .reports: 5
        case .signatures: 2
        case .identity: 8
        case .causes: 2.5
        case .checks: 1.8
        case .fixes: 1
        case .notes: 0.4
        }
    }

    /// How many words such a field has in runbooks as people write them; a longer field counts
    /// less for each word.
    var usualLength: Float {
        switch self {
        case .title: 7
        case .symptoms: 14
        case .reports: 20
        case .signatures: 8
        case .identity: 5
        case .causes: 40
        case .checks: 60
        case .fixes: 50
        case .notes: 80
        }
    }

    /// How far length counts: 0 not at all, 1 in proportion.
    static let lengthInfluence: Float = 0.9

    /// Whether a word in it is what the entry is about rather than a detail of it.
    var isProminent: Bool {
        switch self {
        case .title, .symptoms, .reports, .signatures: true
        case .identity, .causes, .checks, .fixes, .notes: false
        }
    }

    /// What a reader calls it.
    var name: String {
        switch self {
        case .title: "title"
        case .symptoms: "symptoms"
        case .reports: "also reported as"
        case .signatures: "error signatures"
        case .identity: "name"
        case .causes: "causes"
        case .checks: "checks"
        case .fixes: "fixes"
        case .notes: "notes"
        }
    }

    /// Calls a closure with every text of an entry that people search, and its field.
    @inline(__always)
    static func forEachText(of entry: Entry, _ body: (String, SearchField) -> Void) {
        body(entry.title, .title)
        body(entry.id, .identity)
        if let subsystem = entry.subsystem { body(subsystem, .identity) }
        for text in entry.symptoms { body(text, .symptoms) }
        for text in entry.reports { body(text, .reports) }
        for text in entry.signatures { body(text, .signatures) }
        for text in entry.causes { body(text, .causes) }
        for text in entry.checks { body(text, .checks) }
        for fix in entry.fixes {
            body(fix.text, .fixes)
            for command in fix.commands { body(command, .fixes) }
        }
        for note in entry.notes {
            body(note.label, .notes)
            for item in note.items { body(item, .notes) }
        }
        for text in entry.questions { body(text, .notes) }
        for text in entry.validation { body(text, .notes) }
    }
}
