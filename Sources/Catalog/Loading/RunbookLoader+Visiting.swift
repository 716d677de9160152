extension RunbookLoader {
    /// Reads a section by what its heading announces, else by what the recognisers make of it.
    mutating func visit(_ section: OutlineSection, _ surroundings: Surroundings) {
        if section.level > 1 || surroundings.depth > 0 {
            if readSpecial(section) { return }
            if CrossIssueNotes.isHeading(section.title) {
                crossNotes.append(section)
                return collectProbes(in: section.allBlocks)
            }
            if UnprobedReasons.isHeading(section.title) {
                unprobed.append(section)
                return
            }
            if section.anchor == nil, section.isExcluded,
                !HeadedFields.isCertain(section), !holdsFailures(section)
            {
                return visitExcluded(section, surroundings)
            }
        }
        let recognition = RecogniserRegistry.recognise(section, in: surroundings)
        for draft in recognition.drafts { add(draft) }
        if recognition.claimsSection {
            return collectProbes(in: section.allBlocks)
        }
        collectProbes(in: section.blocks)
        let inner = self.surroundings(below: section, in: surroundings)
        for child in section.children { visit(child, inner) }
    }

    /// Whether most headings below one, in a document about failures, name failures.
    private func holdsFailures(_ section: OutlineSection) -> Bool {
        let failing = section.children.count(where: \.looksLikeFailure)
        return titleAnnouncesStrongly && failing > 1 && failing * 2 > section.children.count
    }

    /// Reads a section that is about something else: only what is certainly a failure counts there.
    private mutating func visitExcluded(
        _ section: OutlineSection, _ surroundings: Surroundings
    ) {
        for draft in SymptomTable.certain(in: section) { add(draft) }
        collectProbes(in: section.blocks)
        let inner = self.surroundings(below: section, in: surroundings)
        for child in section.children {
            if HeadedFields.isCertain(child) || child.anchor != nil
                || TroubleHeadings.announcesStrongly(child.title)
            {
                visit(child, inner)
            } else {
                visitExcluded(child, inner)
            }
        }
    }

    /// What stands around the sections below a heading.
    private func surroundings(
        below section: OutlineSection, in outer: Surroundings
    ) -> Surroundings {
        let isTitle = section.level <= 1
        return Surroundings(
            announcesTrouble: outer.announcesTrouble || TroubleHeadings.announces(section.title),
            parentAnnouncesStrongly: TroubleHeadings.announcesStrongly(section.title)
                || (isTitle && (outer.parentAnnouncesStrongly || titleAnnouncesStrongly)),
            isAboutFailures: outer.isAboutFailures || titleAnnouncesStrongly
                || TroubleHeadings.announcesStrongly(section.title),
            siblingsAreTopics: isTitle && LevelProfile.holdsTopics(section),
            depth: outer.depth + (section.level > 0 ? 1 : 0),
            entryLevels: entryLevels(below: section))
    }

    /// The levels of failures, but not below a heading whose children all look otherwise.
    private func entryLevels(below section: OutlineSection) -> Set<Int> {
        guard titleAnnouncesStrongly else { return [] }
        let isOther =
            section.children.count > 1
            && !section.children.contains(where: \.looksLikeFailure)
        return isOther ? [] : failureLevels
    }
}
