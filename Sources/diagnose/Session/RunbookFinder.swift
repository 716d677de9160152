import Catalog
import Machine
import runbooks

/// Finds the runbooks that a command reads: the user's own, then the shipped ones.
struct RunbookFinder: Sendable {
    /// The outside.
    var world: World
    /// The paths given with `--runbooks`.
    var given: [String]
    /// Whether the shipped runbooks are left out.
    var leavesOutEmbedded: Bool

    /// The variable that names places to look at, separated by colons.
    static let variable = "DIAGNOSE_RUNBOOKS"
    /// Where runbooks are looked for when nobody says.
    static let usualFolders = ["runbooks", "docs/runbooks"]
    /// The most bytes of one runbook, and the most runbooks of one folder tree.
    private static let sizeLimit = 8 << 20
    private static let countLimit = 20_000
    private static let depthLimit = 16

    /// The finder that the flags ask for.
    init(_ invocation: Invocation) {
        world = invocation.world
        given = invocation.arguments.values(of: .runbooks)
        leavesOutEmbedded = invocation.arguments.has(.noEmbedded)
    }

    /// Loads everything; a user's runbook replaces the shipped one of the same system.
    ///
    /// - Throws: ``UsageError`` for a given path that can't be read.
    func catalog() throws(UsageError) -> Catalog {
        let own = Catalog.load(sources: try ownSources())
        if leavesOutEmbedded { return own }
        let systems = Set(own.runbooks.map(\.system))
        let embedded = Catalog.load(sources: Self.embeddedSources)
        return Catalog(
            runbooks: own.runbooks + embedded.runbooks.filter { !systems.contains($0.system) },
            diagnostics: own.diagnostics + embedded.diagnostics)
    }

    /// The shipped runbooks.
    static var embeddedSources: [RunbookSource] {
        ShippedRunbooks.all.map { RunbookSource(file: "embedded:\($0.name)", bytes: $0.bytes) }
    }

    /// The user's own runbooks.
    func ownSources() throws(UsageError) -> [RunbookSource] {
        var sources: [RunbookSource] = []
        for path in places() { sources += try read(path) }
        return sources
    }

    /// The places that are read, those that must exist and those that happen to.
    private func places() -> [String] {
        if !given.isEmpty { return given }
        if let listed = world.environment[Self.variable], !listed.isEmpty {
            return listed.split(separator: ":").map(String.init)
        }
        return Self.usualFolders.filter {
            world.files.kind(of: world.absolutePath($0)) == .directory
        }
    }

    /// Reads a runbook, or all of a folder and the folders in it.
    func read(_ path: String) throws(UsageError) -> [RunbookSource] {
        switch world.files.kind(of: world.absolutePath(path)) {
        case .directory: try read(paths(below: path, depth: 0))
        default: try read([path])
        }
    }

    private func read(_ paths: [String]) throws(UsageError) -> [RunbookSource] {
        var sources: [RunbookSource] = []
        for path in paths {
            do {
                let bytes = try world.files.read(world.absolutePath(path), limit: Self.sizeLimit)
                sources.append(RunbookSource(file: path, bytes: bytes))
            } catch {
                throw .unreadable(path: path, reason: error.summary)
            }
        }
        return sources
    }

    /// The Markdown files of a folder tree, hidden ones left out, in order of their paths.
    private func paths(below folder: String, depth: Int) throws(UsageError) -> [String] {
        guard depth < Self.depthLimit else { return [] }
        let names: [String]
        do {
            names = try world.files.list(world.absolutePath(folder))
        } catch {
            throw .unreadable(path: folder, reason: error.summary)
        }
        var found: [String] = []
        for name in names where !name.hasPrefix(".") && found.count < Self.countLimit {
            let path = folder.hasSuffix("/") ? folder + name : "\(folder)/\(name)"
            switch world.files.kind(of: world.absolutePath(path)) {
            case .directory: found += try paths(below: path, depth: depth + 1)
            case .file where Self.isMarkdown(name): found.append(path)
            default: continue
            }
        }
        return found
    }

    private static func isMarkdown(_ name: String) -> Bool {
        [".md", ".markdown", ".mdx"].contains { name.lowercased().hasSuffix($0) }
    }
}
