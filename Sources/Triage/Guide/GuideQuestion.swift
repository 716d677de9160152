import Catalog

/// A question that only a person can answer, in the runbook's words.
public struct GuideQuestion: Sendable, Hashable {
    /// What sort of question it is.
    public enum Kind: Sendable, Hashable {
        /// A triage step that no probe could answer.
        case step
        /// What one sees where an entry applies.
        case symptom
        /// Something to look at by hand, or to ask somebody.
        case check
    }

    /// Where it stands and a digest of its words: an answer is good for these words alone.
    public var id: String
    /// What sort of question it is.
    public var kind: Kind
    /// Whom the answer speaks for.
    public var owner: Owner
    /// What the owner is called: the step's title or the entry's.
    public var title: String
    /// The words to answer to.
    public var text: String
    /// What the runbook says beyond them.
    public var details: [String]
    /// Commands that help to answer; they are shown, not run.
    public var commands: [String]
    /// Where it stands.
    public var location: SourceLocation

    /// The question of a step, as its title and all that is written below.
    init(_ step: TriageStep, of system: String) {
        let owner = Owner.step(system: system, number: step.number)
        self.init(
            kind: .step, owner: owner, place: owner.id, title: step.title, text: step.title,
            location: step.location)
        details = step.details
        commands = step.commands
    }

    /// Whether one sees what an entry describes.
    init(symptomsOf entry: Entry) {
        self.init(
            kind: .symptom, owner: .entry(id: entry.id), place: entry.id + "/symptom",
            title: entry.title, text: entry.symptoms.first ?? entry.title, location: entry.location)
        details = Array(entry.symptoms.dropFirst())
    }

    /// One thing to look at for an entry.
    init(_ check: String, number: Int, of entry: Entry) {
        self.init(
            kind: .check, owner: .entry(id: entry.id), place: "\(entry.id)/check-\(number)",
            title: entry.title, text: check, location: entry.location)
    }

    private init(
        kind: Kind, owner: Owner, place: String, title: String, text: String,
        location: SourceLocation
    ) {
        id = place + "#" + Self.digest(of: text)
        self.kind = kind
        self.owner = owner
        self.title = title
        self.text = text
        details = []
        commands = []
        self.location = location
    }

    /// What there is to ask about an entry once one sees what it describes.
    static func checks(of entry: Entry) -> [GuideQuestion] {
        (entry.checks + entry.questions).enumerated().map { offset, check in
            GuideQuestion(check, number: offset + 1, of: entry)
        }
    }

    /// A digest that is the same in every run (FNV-1a of 64 bits, draft-eastlake-fnv), so that
    /// answers can be kept without the words.
    static func digest(of text: String) -> String {
        let hash = text.utf8.reduce(UInt64(0xCBF2_9CE4_8422_2325)) { hash, byte in
            (hash ^ UInt64(byte)) &* 0x100_0000_01B3
        }
        return String(hash, radix: 16)
    }
}

/// What a person says to a question, which is always whether something is wrong.
public enum GuideAnswer: String, Sendable, Hashable, CaseIterable {
    /// It is so: something is wrong there.
    case yes
    /// It is not so.
    case no
    /// The person can't tell.
    case skip
}
