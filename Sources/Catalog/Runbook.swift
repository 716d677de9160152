/// One runbook document as data.
public struct Runbook: Sendable, Hashable {
    /// The path as the user named it, or `embedded:voxbento.md`.
    public var file: String
    /// The system it is about, the first part of its entries' ids.
    public var system: String
    /// The title.
    public var title: String
    /// The day someone last checked it against the system, `YYYY-MM-DD`.
    public var lastVerified: String?
    /// After how many days it counts as stale.
    public var reviewAfterDays: Int?
    /// The role that keeps it.
    public var owner: String?
    /// How `triage` knows that the system is here; any one is enough.
    public var detections: [Detection]
    /// What each component needs, by component.
    public var dependencies: [String: [String]]
    /// The variables its probe lines may use, in order.
    public var variables: [Variable]
    /// What its team wants hidden beyond what every secret is found by, in order.
    public var redactions: [TeamPattern]
    /// Its entries in order.
    public var entries: [Entry]
    /// The triage questions in order of suspicion.
    public var triage: [TriageStep]
    /// What to capture before anything is changed, from `collect` blocks.
    public var collections: [ProbeLine]
    /// Sections that are shown where they help.
    public var sections: [Section]
    /// Where the keys of its front matter stand; what is nested as `depends.portal`.
    public var keyLocations: [String: SourceLocation]

    /// Makes a runbook without content.
    public init(file: String, system: String, title: String) {
        self.file = file
        self.system = system
        self.title = title
        detections = []
        dependencies = [:]
        variables = []
        redactions = []
        entries = []
        triage = []
        collections = []
        sections = []
        keyLocations = [:]
    }

    /// What stands in front of the name of a runbook that comes with the program.
    public static let embeddedPrefix = "embedded:"

    /// Whether it comes with the program, so that nobody can edit it.
    public var isEmbedded: Bool { file.hasPrefix(Self.embeddedPrefix) }

    /// Every probe line, those of the triage steps first.
    public var probeLines: [ProbeLine] {
        triage.flatMap(\.probes) + entries.flatMap(\.probes)
    }

    /// Its entries in the order in which triage asks for them, the others behind as written.
    public var entriesInTriageOrder: [Entry] {
        let asked = triage.flatMap(\.entries)
        return entries.enumerated().sorted { left, right in
            let leftRank = asked.firstIndex(of: left.element.id) ?? asked.count
            let rightRank = asked.firstIndex(of: right.element.id) ?? asked.count
            return (leftRank, left.offset) < (rightRank, right.offset)
        }
        .map(\.element)
    }

    /// The first section of that role.
    public func section(_ role: Section.Role) -> Section? { sections.first { $0.role == role } }
}

/// A sign that a system is present.
public enum Detection: Sendable, Hashable {
    /// The compose project has a service of that name.
    case service(String)
    /// A file stands at that path below the working directory.
    case file(String)
    /// The environment variable is set.
    case environment(String)
}

/// A variable of a runbook.
public struct Variable: Sendable, Hashable {
    /// The name.
    public var name: String
    /// The value where nobody sets one; `nil` where it must be given.
    public var defaultValue: String?
    /// Where it is declared.
    public var location: SourceLocation

    /// Makes a variable.
    public init(name: String, defaultValue: String?, location: SourceLocation) {
        self.name = name
        self.defaultValue = defaultValue
        self.location = location
    }
}

/// A pattern of a team for what must not be shown, such as `CUST-[0-9]{8}`.
public struct TeamPattern: Sendable, Hashable {
    /// The regular expression as written.
    public var text: String
    /// Where it stands.
    public var location: SourceLocation

    /// Makes a pattern.
    public init(_ text: String, at location: SourceLocation) {
        self.text = text
        self.location = location
    }
}

/// One question of the triage section.
public struct TriageStep: Sendable, Hashable {
    /// Its number, counted from 1.
    public var number: Int
    /// The question as plain text.
    public var title: String
    /// What it says beyond the question, as plain text paragraphs and items.
    public var details: [String]
    /// Commands it names.
    public var commands: [String]
    /// The probe lines that answer it.
    public var probes: [ProbeLine]
    /// The ids of the entries that it names, such as `Issue 3`.
    public var entries: [String]
    /// Where it starts.
    public var location: SourceLocation

    /// Makes a step.
    public init(number: Int, title: String, location: SourceLocation) {
        self.number = number
        self.title = title
        self.location = location
        details = []
        commands = []
        probes = []
        entries = []
    }
}

/// A section that is kept as data.
public struct Section: Sendable, Hashable {
    /// What the section is for.
    public enum Role: String, Sendable, Hashable, CaseIterable {
        /// What to gather before escalating.
        case evidence
        /// Who to call, with what.
        case escalation
        /// Where logs are found.
        case logs
        /// The meaning of close codes.
        case codes
    }

    /// What it is for.
    public var role: Role
    /// Its heading as plain text.
    public var title: String
    /// Its paragraphs and items as plain text, in order.
    public var items: [String]
    /// Where it starts.
    public var location: SourceLocation

    /// Makes a section.
    public init(role: Role, title: String, items: [String], location: SourceLocation) {
        self.role = role
        self.title = title
        self.items = items
        self.location = location
    }
}
