import Markdown

/// Takes runs of labelled paragraphs in one section as an entry each: `**Problem:** …`,
/// `**Solution:** …`, `**Problem:** …`.
///
/// The text behind the label that opens each run is its title.
enum RepeatedFields: Recogniser {
    static let name = "repeated-fields"

    /// A longer text tells the whole story and is no title.
    private static let longestTitle = 200

    static func recognise(
        _ section: OutlineSection, in surroundings: Surroundings
    ) -> Recognition? {
        guard section.level > 0, section.children.isEmpty, isCollection(section),
            !BoldLeadBullets.holdsFields(section.blocks)
        else { return nil }
        let runs = runs(of: section.ownFields)
        // A single run may be the heading's own: `Database errors` with its symptoms.
        guard !runs.isEmpty, runs.count > 1 || TroubleHeadings.isCollection(section.title) else {
            return nil
        }
        return .section(runs)
    }

    /// Whether the heading names no failure itself.
    private static func isCollection(_ section: OutlineSection) -> Bool {
        if let field = section.labelledField, field != .checks { return false }
        if EntryIdentifier.parts(of: section.title).code != nil { return false }
        return TroubleHeadings.isGroup(section.title)
            || (TroubleHeadings.announces(section.title) && !FailureWords.areIn(section.title))
    }

    /// The runs; none where one of them lacks a title, a cause and a remedy.
    private static func runs(of reading: FieldReading) -> [EntryDraft] {
        guard let opener = reading.fields.first(where: { $0.field.marksEntry }),
            opener.field == .symptoms
        else { return [] }
        var runs: [EntryDraft] = []
        for field in reading.fields {
            if field.field == .symptoms, same(field.label, opener.label) {
                guard let draft = draft(opening: field) else { return [] }
                runs.append(draft)
            } else if !runs.isEmpty {
                runs[runs.count - 1].reading.fields.append(field)
            }
        }
        let isComplete = runs.allSatisfy { $0.reading.has(.fixes) || $0.reading.has(.causes) }
        return isComplete ? runs : []
    }

    /// Whether two labels are the same but for case and a number.
    private static func same(_ left: String, _ right: String) -> Bool {
        let plain = { (label: String) in
            label.lowercasedWords.filter { $0.utf8.contains { !$0.isASCIIDigit } }
        }
        return plain(left) == plain(right)
    }

    /// The draft of a run that a field opens.
    private static func draft(opening field: LabelledField) -> EntryDraft? {
        guard let piece = field.pieces.first, case .text(let inlines) = piece.body else {
            return nil
        }
        let title = RichText.plain(inlines)
        guard !title.isEmpty, title.utf8.count <= longestTitle else { return nil }
        var reading = FieldReading()
        reading.fields = [field]
        return EntryDraft(
            title: title, titleSpans: RichText.codeSpans(inlines), position: piece.position,
            reading: reading, unlabelled: .prose)
    }
}
