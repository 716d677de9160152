/// Takes the issues of a root-cause tracker: status, severity, signatures, hypotheses, evidence.
enum IncidentTracker: Recogniser {
    static let name = "incident-tracker"

    /// How many tracker fields make a section an issue rather than any headed failure.
    private static let fewestTrackerFields = 2

    static func recognise(
        _ section: OutlineSection, in surroundings: Surroundings
    ) -> Recognition? {
        guard section.level > 0 else { return nil }
        let own = section.ownFields
        let kinds = EntryFieldSet(own.fields.lazy.map(\.field))
        let trackerFields = EntryFieldSet([
            .status, .severity, .subsystem, .confidence, .questions, .signatures,
        ])
        guard kinds.intersection(trackerFields).count >= fewestTrackerFields,
            own.markingFieldCount > 0 || hasLabelledChildren(section)
        else { return nil }
        return .section([HeadedFields.draft(of: section)])
    }

    private static func hasLabelledChildren(_ section: OutlineSection) -> Bool {
        section.children.contains(where: HeadedFields.isLabel)
    }
}
