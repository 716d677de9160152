/// All loaded runbooks and what there was to say about them.
public struct Catalog: Sendable {
    /// The runbooks in order of loading.
    public var runbooks: [Runbook]
    /// What was wrong or odd in them.
    public var diagnostics: [Diagnostic]

    /// Makes a catalog.
    public init(runbooks: [Runbook] = [], diagnostics: [Diagnostic] = []) {
        self.runbooks = runbooks
        self.diagnostics = diagnostics
    }

    /// Every entry of every runbook, in order.
    public var entries: [Entry] { runbooks.flatMap(\.entries) }

    /// The runbook of a system.
    public func runbook(of system: String) -> Runbook? {
        runbooks.first { $0.system == system }
    }
}

/// A runbook's text before it is parsed.
public struct RunbookSource: Sendable, Hashable {
    /// The path as the user named it, or `embedded:voxbento.md`.
    public var file: String
    /// The bytes.
    public var bytes: [UInt8]

    /// Makes a source.
    public init(file: String, bytes: [UInt8]) {
        self.file = file
        self.bytes = bytes
    }
}
