import Catalog
import Machine
import Search
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
    static let sizeLimit = 8 << 20
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
    func catalog() throws(UsageError) -> Catalog { try loaded().catalog }

    /// Loads everything, and keeps the texts of the user's own runbooks.
    ///
    /// - Throws: ``UsageError`` for a given path that can't be read.
    func loaded() throws(UsageError) -> (catalog: Catalog, sources: [RunbookSource]) {
        let found = try own()
        let own = found.catalog
        return (own + shipped(beside: own), found.sources)
    }

    /// Loads everything, and indexes what the build has not.
    ///
    /// - Throws: ``UsageError`` for a given path that can't be read.
    func searchable() throws(UsageError) -> (catalog: Catalog, index: SearchIndex) {
        let own = try own().catalog
        let shipped = shipped(beside: own)
        let index = SearchIndex(
            entries: own.entries, before: shipped.entries, ShippedRunbooks.terms)
        return (own + shipped, index)
    }

    /// The shipped runbooks of the systems that the user has none of.
    private func shipped(beside own: Catalog) -> Catalog {
        if leavesOutEmbedded { return Catalog() }
        let systems = Set(own.runbooks.map(\.system))
        var shipped = ShippedRunbooks.catalog
        shipped.runbooks.removeAll { systems.contains($0.system) }
        return shipped
    }

    /// The user's own runbooks, where the flags, the environment or the usual folders have some.
    ///
    /// - Throws: ``UsageError`` for a given path that can't be read.
    func own() throws(UsageError) -> Found { try read(places()) }

    /// Runbooks, and what could not be read of the folders they were looked for in.
    struct Found {
        /// What was read.
        var sources: [RunbookSource] = []
        /// What was not, and why.
        var diagnostics: [Diagnostic] = []

        /// All of it, loaded.
        var catalog: Catalog {
            var catalog = Catalog.load(sources: sources)
            catalog.diagnostics = diagnostics + catalog.diagnostics
            return catalog
        }

        static func += (left: inout Found, right: Found) {
            left.sources += right.sources
            left.diagnostics += right.diagnostics
        }

        /// Notes that something was left out.
        mutating func leaveOut(_ path: String, because reason: String) {
            diagnostics.append(
                Diagnostic(
                    .error, rule: "unreadable", "left out: \(reason)",
                    at: SourceLocation(file: path, line: 1)))
        }
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

    /// Reads the runbooks at all of the paths, each file once.
    func read(_ paths: [String]) throws(UsageError) -> Found {
        var found = Found()
        for path in paths { found += try read(path) }
        var seen: Set<String> = []
        found.sources.removeAll { !seen.insert(world.resolvedPath($0.file)).inserted }
        return found
    }

    /// Reads a runbook, or all of a folder and the folders in it.
    ///
    /// - Throws: ``UsageError`` where the path itself can't be read; what is found below a folder
    ///   and can't be read is left out and told.
    func read(_ path: String) throws(UsageError) -> Found {
        guard world.files.kind(of: world.absolutePath(path)) == .directory else {
            var found = Found()
            do { found.sources = [try source(at: path)] } catch {
                throw .unreadable(path: path, reason: error.summary)
            }
            return found
        }
        do { _ = try world.files.list(world.absolutePath(path)) } catch {
            throw .unreadable(path: path, reason: error.summary)
        }
        var found = Found()
        var seen: Set<String> = []
        addRunbooks(below: path, depth: 0, to: &found, seen: &seen)
        return found
    }

    private func source(at path: String) throws(FileFailure) -> RunbookSource {
        let bytes = try world.files.read(world.absolutePath(path), limit: Self.sizeLimit + 1)
        guard bytes.count <= Self.sizeLimit else {
            throw .other(path, "larger than \(Self.sizeLimit >> 20) MiB, which no runbook is")
        }
        // No file of the user's is taken for one that is shipped, whatever it is called.
        let name = path.hasPrefix(Runbook.embeddedPrefix) ? "./" + path : path
        return RunbookSource(file: name, bytes: bytes)
    }

    /// Adds the Markdown files of a folder tree, hidden ones left out, in order of their paths.
    ///
    /// Symbolic links are followed, and each folder is seen once, whatever ways lead to it.
    private func addRunbooks(
        below folder: String, depth: Int, to found: inout Found, seen: inout Set<String>
    ) {
        guard seen.insert(world.resolvedPath(folder)).inserted else { return }
        guard depth < Self.depthLimit else {
            return found.leaveOut(folder, because: "more than \(Self.depthLimit) folders deep")
        }
        let names: [String]
        do { names = try world.files.list(world.absolutePath(folder)) } catch {
            return found.leaveOut(folder, because: error.summary)
        }
        for name in names where !name.hasPrefix(".") {
            let path = folder.hasSuffix("/") ? folder + name : "\(folder)/\(name)"
            switch world.files.kind(of: world.absolutePath(path)) {
            case .directory: addRunbooks(below: path, depth: depth + 1, to: &found, seen: &seen)
            case .file where Self.isMarkdown(name):
                guard found.sources.count < Self.countLimit else {
                    return found.leaveOut(
                        path, because: "more than \(Self.countLimit) runbooks, as is what follows")
                }
                do { found.sources.append(try source(at: path)) } catch {
                    found.leaveOut(path, because: error.summary)
                }
            default: continue
            }
        }
    }

    /// Whether a file is Markdown by its name.
    static func isMarkdown(_ name: String) -> Bool {
        [".md", ".markdown", ".mdx"].contains { name.lowercased().hasSuffix($0) }
    }
}

extension Catalog {
    /// Both, the runbooks of the first in front.
    fileprivate static func + (first: Catalog, second: Catalog) -> Catalog {
        Catalog(
            runbooks: first.runbooks + second.runbooks,
            diagnostics: first.diagnostics + second.diagnostics)
    }
}
