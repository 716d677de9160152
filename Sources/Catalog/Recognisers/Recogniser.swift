/// Finds the entries of one shape in a section of a document.
protocol Recogniser: Sendable {
    /// The name that entries carry.
    static var name: String { get }

    /// What the recogniser makes of a section; `nil` where it has another shape.
    static func recognise(
        _ section: OutlineSection, in surroundings: Surroundings
    ) -> Recognition?
}

/// What a recogniser found.
struct Recognition {
    /// The entries in order.
    var drafts: [EntryDraft]
    /// Whether the section with all below it is used up.
    var claimsSection: Bool
    /// Whether the blocks above the first sub-heading are used up.
    var claimsBlocks: Bool

    /// The section is these entries and nothing else.
    static func section(_ drafts: [EntryDraft]) -> Recognition {
        Recognition(drafts: drafts, claimsSection: true, claimsBlocks: true)
    }

    /// Some blocks of the section are these entries.
    static func blocks(_ drafts: [EntryDraft]) -> Recognition {
        Recognition(drafts: drafts, claimsSection: false, claimsBlocks: true)
    }
}

/// Where in a document a section stands.
struct Surroundings {
    /// Whether a heading above, or the document itself, announces failures.
    var announcesTrouble = false
    /// Whether the heading directly above announces failures and hardly anything else.
    var parentAnnouncesStrongly = false
    /// Whether the document or a heading above is about failures and hardly anything else.
    var isAboutFailures = false
    /// Whether that is the title of the document and the headings below it are mostly topics.
    var siblingsAreTopics = false
    /// The number of headings above.
    var depth = 0
    /// The heading levels at which most headings of a document about failures are failures.
    var entryLevels: Set<Int> = []
}
