import Markdown

/// Takes a heading that names a failure, with checks or prose below it, as an entry.
enum HeadedChecks: Recogniser {
    static let name = "headed-checks"

    static func recognise(
        _ section: OutlineSection, in surroundings: Surroundings
    ) -> Recognition? {
        guard section.level > 0, isEntry(section, in: surroundings) else { return nil }
        return .section([HeadedFields.draft(of: section)])
    }

    /// Whether a heading without labels is a failure.
    private static func isEntry(
        _ section: OutlineSection, in surroundings: Surroundings
    ) -> Bool {
        // `Scenario 6: Accidental exposure` is one of several failures, whatever its words.
        let isCounted = EntryIdentifier.parts(of: section.title).code != nil
        let names =
            isCounted || FailureWords.areIn(section.title)
            || FailureWords.isAlertName(section.title)
        let isTop = section.level == 1 && surroundings.depth == 0
        if isTop, !FailureWords.isAlertName(section.title) { return false }
        if section.children.isEmpty {
            if section.anchor != nil, names { return true }
            if TroubleHeadings.isCollection(section.title) { return false }
            if names {
                return surroundings.isAboutFailures || (isCounted && surroundings.announcesTrouble)
                    || (surroundings.announcesTrouble && FailureWords.areCertainlyIn(section.title))
            }
            let isExpected =
                (surroundings.parentAnnouncesStrongly && !surroundings.siblingsAreTopics)
                || surroundings.entryLevels.contains(section.level)
            return isExpected && !section.blocks.isEmpty
                && !TroubleHeadings.announces(section.title)
        }
        guard names, surroundings.announcesTrouble, !TroubleHeadings.isGroup(section.title)
        else { return false }
        let failing = section.children.count { FailureWords.areIn($0.title) }
        return failing == 0 || (failing * 2 <= section.children.count && !section.blocks.isEmpty)
    }
}
