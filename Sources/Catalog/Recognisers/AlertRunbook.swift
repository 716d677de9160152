/// Takes a document or heading with Meaning, Impact, Diagnosis and Mitigation sections as an alert.
enum AlertRunbook: Recogniser {
    static let name = "alert-runbook"

    static func recognise(
        _ section: OutlineSection, in surroundings: Surroundings
    ) -> Recognition? {
        guard section.level > 0, !section.children.isEmpty else { return nil }
        let labels = section.children.compactMap { child -> EntryField? in
            guard let field = child.labelledField,
                !isRemark(EntryIdentifier.parts(of: child.title).title)
            else { return nil }
            return field
        }
        let marks = EntryFieldSet(labels.lazy.filter(\.marksEntry)).count
        let isAlert = FailureWords.isAlertName(section.title)
        guard marks >= 2 || (marks == 1 && isAlert), !labels.allSatisfy({ $0 == .meaning })
        else { return nil }
        guard isAlert || labels.count * 2 >= section.children.count else { return nil }
        guard section.level > 1 || isAlert || !holdsEntries(section) else { return nil }
        return .section([HeadedFields.draft(of: section)])
    }

    /// Whether a heading stands in any document, alert or not.
    static func isRemark(_ title: String) -> Bool {
        ["overview", "summary", "background", "about", "details", "commands", "context"]
            .contains(title.lowercased())
    }

    /// Whether headings below are entries of their own, so that this one only collects them.
    private static func holdsEntries(_ section: OutlineSection) -> Bool {
        section.children.contains { child in
            FieldLabel.field(of: child.title) == nil
                && (TroubleHeadings.isGroup(child.title)
                    || child.children.contains {
                        FieldLabel.field(of: $0.title)?.marksEntry ?? false
                    })
        }
    }
}
