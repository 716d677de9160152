import Markdown

/// One thing that lint looks for in a runbook.
protocol LintRule: Sendable {
    /// What it is called and what it looks for.
    static var description: RuleDescription { get }

    /// What it finds.
    static func check(_ page: LintedRunbook) -> [Diagnostic]
}

extension LintRule {
    /// A finding at a place.
    static func finding(_ message: String, at location: SourceLocation) -> Diagnostic {
        Diagnostic(description.severity, rule: description.name, message, at: location)
    }
}

/// What a rule is called, how much a finding matters, and what it looks for.
public struct RuleDescription: Sendable, Hashable {
    /// The stable name, such as `probe-kind`.
    public var name: String
    /// How much a finding matters, at most.
    public var severity: Diagnostic.Severity
    /// What it looks for, one sentence without a full stop.
    public var abstract: String
    /// Whether `--fix` can mend what it finds.
    public var isFixable: Bool

    /// Makes a description.
    public init(
        _ name: String, _ severity: Diagnostic.Severity, _ abstract: String,
        isFixable: Bool = false
    ) {
        self.name = name
        self.severity = severity
        self.abstract = abstract
        self.isFixable = isFixable
    }
}

/// A runbook with all that rules look at.
struct LintedRunbook {
    /// What the loader made of it.
    let runbook: Runbook
    /// The blocks that it was made of.
    let document: Document
    /// Its text.
    let lines: SourceLines
    /// What lies around it.
    let surroundings: LintSurroundings
    /// Its texts with their places, those of cells too.
    let texts: [PlacedText]

    /// Gathers what there is to know of a runbook.
    init(_ runbook: Runbook, bytes: [UInt8], in surroundings: LintSurroundings) {
        self.runbook = runbook
        self.surroundings = surroundings
        lines = SourceLines(bytes)
        document = Document(parsing: bytes)
        texts = PlacedText.all(in: document)
    }

    /// The failures that have a place in the text, in order.
    var failures: [Entry] { runbook.entries.filter { $0.kind == .failure } }

    /// A place in this runbook.
    func place(line: Int, column: Int = 1) -> SourceLocation {
        SourceLocation(file: runbook.file, line: line, column: column)
    }

    /// Whether its writer thought of this program: it has front matter of ours, or probe blocks.
    ///
    /// Ordinary documents are not asked for what only this program wants.
    var isWrittenForDiagnose: Bool {
        runbook.keyLocations.keys.contains { key in
            FrontMatter.keys.contains(key) && !FrontMatter.common.contains(key)
        } || !runbook.probeLines.isEmpty
    }
}

/// What lies around the runbooks that rules ask about.
public struct LintSurroundings: Sendable {
    /// The day, `YYYY-MM-DD`.
    public var today: String
    /// Whether anything stands at a path, which is read as the runbooks' own paths are.
    public var exists: @Sendable (_ path: String) -> Bool
    /// The bytes of a file; `nil` where it can't be read.
    public var read: @Sendable (_ path: String) -> [UInt8]?

    /// Gathers what lies around.
    public init(
        today: String, exists: @escaping @Sendable (String) -> Bool,
        read: @escaping @Sendable (String) -> [UInt8]?
    ) {
        self.today = today
        self.exists = exists
        self.read = read
    }
}
