/// Says why a recogniser took an entry, so that the writer of a document can see how it is read.
enum RecognitionReason {
    /// The reason, in a few words.
    static func words(
        for draft: EntryDraft, takenBy recogniser: any Recogniser.Type, in section: OutlineSection,
        _ surroundings: Surroundings
    ) -> String {
        if recogniser == SymptomTable.self {
            return
                "a row of a table with \(labels(of: draft) { $0 != .symptoms }) beside what one sees"
        }
        if recogniser == BoldLeadBullets.self {
            return "a bullet that starts with a failure in bold, \(place(of: section))"
        }
        if recogniser == QuestionsAndAnswers.self { return "a question about what went wrong" }
        if recogniser == HeadedChecks.self { return guess(draft, surroundings) }
        let labels = labels(of: draft, where: \.labelsEntry)
        let isAlert = recogniser == AlertRunbook.self && FailureWords.isAlertName(section.title)
        let name = isAlert ? "the name of an alert" : "a heading"
        return labels.isEmpty ? name : "\(name) with \(labels) below it"
    }

    /// What a reader would call the place of a section's blocks.
    private static func place(of section: OutlineSection) -> String {
        section.title.isEmpty ? "above the first heading" : "below '\(section.title)'"
    }

    /// Why a heading without labels counts.
    private static func guess(_ draft: EntryDraft, _ surroundings: Surroundings) -> String {
        if FailureWords.isAlertName(draft.title) { return "a heading that is the name of an alert" }
        guard FailureWords.areIn(draft.title) else {
            return "a heading below one that announces nothing but problems"
        }
        return draft.anchor == nil
            ? "a heading that names a failure, where the headings above announce problems"
            : "a heading that names a failure and has an anchor"
    }

    /// How many labels are enough to see why.
    private static let mostLabels = 4

    /// The labels of an entry as written, each once.
    private static func labels(
        of draft: EntryDraft, where isWanted: (EntryField) -> Bool
    ) -> String {
        var labels: [String] = []
        for field in draft.reading.fields where !field.label.isEmpty && isWanted(field.field) {
            if !labels.contains(field.label) { labels.append(field.label) }
            if labels.count > mostLabels { break }
        }
        let shown = labels.prefix(mostLabels).joined(separator: ", ")
        return labels.count > mostLabels ? shown + " …" : shown
    }
}

extension EntryField {
    /// Whether the field is a sign of an entry, by itself or in company.
    fileprivate var labelsEntry: Bool {
        switch self {
        case .status, .severity, .confidence, .subsystem: true
        default: marksEntry
        }
    }
}
