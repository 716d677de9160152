/// All recognisers in the order in which they are asked.
///
/// Those that know a shape by its labels come before those that guess from headings.
enum RecogniserRegistry {
    /// The recognisers in order.
    static let all: [any Recogniser.Type] = [
        IncidentTracker.self,
        AlertRunbook.self,
        RepeatedFields.self,
        HeadedFields.self,
        QuestionsAndAnswers.self,
        SymptomTable.self,
        BoldLeadBullets.self,
        HeadedChecks.self,
    ]

    /// What the recognisers make of a section: the first that claims it wins, and those that take
    /// single blocks may all take theirs.
    static func recognise(
        _ section: OutlineSection, in surroundings: Surroundings
    ) -> Recognition {
        var found = Recognition(drafts: [], claimsSection: false, claimsBlocks: false)
        for recogniser in all {
            if recogniser == HeadedChecks.self, found.claimsBlocks { continue }
            guard var recognition = recogniser.recognise(section, in: surroundings) else {
                continue
            }
            for index in recognition.drafts.indices {
                recognition.drafts[index].recogniser = recogniser.name
                recognition.drafts[index].reason = RecognitionReason.words(
                    for: recognition.drafts[index], takenBy: recogniser, in: section, surroundings)
            }
            if recognition.claimsSection { return recognition }
            found.drafts += recognition.drafts
            found.claimsBlocks = found.claimsBlocks || recognition.claimsBlocks
        }
        return found
    }
}
