/// One failure mode: what a person sees, why it happens, and what to do.
public struct Entry: Sendable, Hashable {
    /// What sort of thing it explains.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        /// A failure with symptoms.
        case failure
        /// The meaning of a close, status or error code.
        case code
    }

    /// Where its id comes from.
    public enum IdentitySource: String, Sendable, Hashable, CaseIterable {
        /// An anchor such as `<a id="x"></a>`, or its code.
        case anchor
        /// The code that its title starts with, such as `IC-02:`.
        case code
        /// The words of its title, so that another title is another id.
        case title
        /// Its line, for no word of its title can stand in an id.
        case line
    }

    /// `system/local-id`, such as `voxbento/ic-02`.
    public var id: String
    /// Where the id comes from.
    public var identitySource: IdentitySource
    /// The system it belongs to.
    public var system: String
    /// The title as plain text, a leading code such as `IC-02:` removed.
    public var title: String
    /// What sort of thing it explains.
    public var kind: Kind
    /// What a person sees.
    public var symptoms: [String]
    /// What people who meet the failure call it, in words that its title may not have.
    public var reports: [String]
    /// Why it happens, most likely first.
    public var causes: [String]
    /// What to look at by hand.
    public var checks: [String]
    /// What to do.
    public var fixes: [Fix]
    /// Strings that logs and error messages show, with gaps such as `%s` or `<x>`.
    public var signatures: [String]
    /// The severity as written, lower-cased: `high`.
    public var severity: String?
    /// The tracker status as written, lower-cased: `open`.
    public var status: String?
    /// The confidence in the cause as written, lower-cased: `medium`.
    public var confidence: String?
    /// The subsystem as written.
    public var subsystem: String?
    /// Questions that only a person can answer.
    public var questions: [String]
    /// How to see that the fix worked.
    public var validation: [String]
    /// What speaks for the causes, such as places in the code.
    public var evidence: [String]
    /// Why no machine can test its causes, where the runbook says so.
    public var unprobedReason: String?
    /// Remarks about several issues that concern this one.
    public var crossIssueNotes: [String]
    /// Fields of the source that have no place of their own, by label, in order.
    public var notes: [Note]
    /// The probe lines that test its causes.
    public var probes: [ProbeLine]
    /// Where it starts.
    public var location: SourceLocation
    /// The recogniser that took it.
    public var recogniser: String
    /// Why that recogniser took it, in a few words.
    public var recognitionReason: String

    /// Makes an entry; everything but its identity starts empty.
    public init(
        id: String, system: String, title: String, kind: Kind = .failure,
        location: SourceLocation, recogniser: String = ""
    ) {
        self.id = id
        self.system = system
        self.title = title
        self.kind = kind
        self.location = location
        self.recogniser = recogniser
        identitySource = .title
        recognitionReason = ""
        symptoms = []
        reports = []
        causes = []
        checks = []
        fixes = []
        signatures = []
        questions = []
        validation = []
        evidence = []
        crossIssueNotes = []
        notes = []
        probes = []
    }

    /// The part of the id after the system.
    public var localID: String { String(id.dropFirst(system.count + 1)) }
}

/// One remedy with the commands it names.
public struct Fix: Sendable, Hashable {
    /// The remedy as plain text.
    public var text: String
    /// Commands to paste, in order.
    public var commands: [String]
    /// Whether it destroys data, by its own words or by its commands.
    public var isDestructive: Bool

    /// Makes a fix.
    public init(text: String, commands: [String] = [], isDestructive: Bool = false) {
        self.text = text
        self.commands = commands
        self.isDestructive = isDestructive
    }
}

/// A labelled remark of a runbook that has no field of its own.
public struct Note: Sendable, Hashable {
    /// The label as written, without its colon.
    public var label: String
    /// The items under it as plain text.
    public var items: [String]

    /// Makes a note.
    public init(label: String, items: [String]) {
        self.label = label
        self.items = items
    }
}
