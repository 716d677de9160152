import Markdown

/// Takes a heading with labelled fields below it as an entry.
enum HeadedFields: Recogniser {
    static let name = "headed-fields"

    static func recognise(
        _ section: OutlineSection, in surroundings: Surroundings
    ) -> Recognition? {
        guard section.level > 0 else { return nil }
        let own = section.ownFields
        let labelled = section.children.count { isLabel($0) }
        guard own.markingFieldCount > 0 || labelled > 0, !isGroup(section, own, labelled) else {
            return nil
        }
        return .section([draft(of: section)])
    }

    /// Whether a sub-heading is a field of the heading above it.
    static func isLabel(_ section: OutlineSection) -> Bool {
        guard let field = section.labelledField, field.marksEntry else { return false }
        return SpecialHeading(section.title) == nil && !AlertRunbook.isRemark(section.title)
    }

    /// An entry of a section with everything below it.
    ///
    /// Where nothing but its own fields is there to read, they are not read again.
    static func draft(of section: OutlineSection) -> EntryDraft {
        let isRead = section.children.isEmpty && !section.holdsTable
        return EntryDraft(
            title: section.title,
            titleSpans: section.heading.map { RichText.codeSpans($0.inlines) } ?? [],
            position: section.position, anchor: section.anchor,
            reading: isRead ? section.ownFields : FieldReader.read(section),
            unlabelled: .prose)
    }

    /// Whether a section has so many labels that it is an entry whatever its heading says.
    static func isCertain(_ section: OutlineSection) -> Bool {
        let own = EntryFieldSet(section.ownFields.fields.lazy.map(\.field))
        let fields = own.union(EntryFieldSet(section.children.lazy.compactMap(\.labelledField)))
        return fields.contains(.fixes) && (fields.contains(.symptoms) || fields.contains(.causes))
    }

    /// Whether the section only holds entries, so that its labels are theirs or a coincidence.
    private static func isGroup(
        _ section: OutlineSection, _ own: FieldReading, _ labelled: Int
    ) -> Bool {
        let isGroup = TroubleHeadings.isGroup(section.title)
        if own.markingFieldCount == 0 {
            // One label may be a coincidence where the heading is the title of a document.
            if section.level == 1, labelled < 2 { return true }
            if isGroup || section.level == 1 {
                let kinds = EntryFieldSet(section.children.lazy.compactMap(\.labelledField))
                return labelled * 2 < section.children.count
                    || (kinds.count < 2 && TroubleHeadings.isCollection(section.title))
            }
            return labelled * 2 < section.children.count && !FailureWords.areIn(section.title)
        }
        if section.children.isEmpty {
            return isGroup
                && (own.markingFieldCount < 2 || BoldLeadBullets.holdsFields(section.blocks))
        }
        let entries = section.children.count { child in
            !isLabel(child) && child.ownFields.markingFieldCount > 0
        }
        return isGroup || (section.level == 1 && entries > 0)
            || entries * 2 > section.children.count
    }
}
