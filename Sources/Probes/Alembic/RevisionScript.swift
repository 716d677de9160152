import Machine

/// One revision script: what it is called and what comes before it.
struct RevisionScript: Hashable {
    /// The revision's id.
    var revision: String
    /// The revisions it follows; none for a base, several for a merge.
    var downRevisions: [String] = []
    /// Revisions or branch labels it needs from other branches.
    var dependencies: [String] = []
    /// Names of the branch that starts here.
    var branchLabels: [String] = []
    /// The file's name.
    var file: String

    /// What is wrong with a script that can't be read.
    struct Problem: Error, Hashable {
        var summary: String
    }

    /// The most bytes of a script that are read; its head stands at the top.
    private static let readLimit = 1 << 20
    private static let names: Set<String> = [
        "revision", "down_revision", "depends_on", "branch_labels",
    ]

    /// Reads a script's head.
    ///
    /// - Throws: ``Problem``, where alembic would fail too or the head is not a plain value.
    init(_ text: String, file: String) throws(Problem) {
        let values = PythonLiteral.assignments(of: Self.names, in: text)
        func texts(_ name: String) throws(Problem) -> [String] {
            guard let texts = (values[name] ?? .none).texts else {
                throw Problem(summary: "\(file) computes its \(name), so only alembic can tell")
            }
            return texts
        }
        guard let own = try texts("revision").first ?? Self.legacyRevision(of: file) else {
            throw Problem(summary: "\(file) declares no revision, which alembic refuses")
        }
        self.file = file
        revision = own
        downRevisions = try texts("down_revision")
        // These two say nothing about heads, so that a computed one does no harm.
        dependencies = values["depends_on"]?.texts ?? []
        branchLabels = values["branch_labels"]?.texts ?? []
    }

    /// Alembic 0.1 named the file only (`_legacy_rev` in `alembic/script/base.py`).
    private static func legacyRevision(of file: String) -> String? {
        guard file.hasSuffix(".py") else { return nil }
        let stem = file.dropLast(3)
        let isHexadecimal = stem.utf8.allSatisfy {
            (0x30...0x39).contains($0) || (0x61...0x66).contains($0)
        }
        return stem.isEmpty || !isHexadecimal ? nil : String(stem)
    }

    /// Reads all scripts that alembic would load from the folders.
    ///
    /// - Throws: ``Problem``.
    static func all(
        of configuration: AlembicConfiguration, in world: World
    ) throws(Problem) -> [RevisionScript] {
        var seen: Set<String> = []
        var scripts: [RevisionScript] = []
        for folder in configuration.folders {
            let paths = files(below: folder, isRecursive: configuration.isRecursive, in: world)
            for (path, name) in paths where seen.insert(path).inserted {
                let bytes: [UInt8]
                do { bytes = try world.files.read(path, limit: readLimit) } catch {
                    throw Problem(summary: error.summary)
                }
                scripts.append(
                    try RevisionScript(String(decoding: bytes, as: UTF8.self), file: name))
            }
        }
        return scripts
    }

    /// How deep folders within folders are followed.
    private static let deepestFolder = 8

    private static func files(
        below folder: String, isRecursive: Bool, in world: World, depth: Int = 0
    ) -> [(path: String, name: String)] {
        var found: [(path: String, name: String)] = []
        for name in (try? world.files.list(folder)) ?? [] where name != "__pycache__" {
            let path = folder + "/" + name
            if isScript(name) {
                if world.files.kind(of: path) == .file { found.append((path, name)) }
            } else if isRecursive, depth < deepestFolder, world.files.kind(of: path) == .directory {
                found += files(below: path, isRecursive: true, in: world, depth: depth + 1)
            }
        }
        return found
    }

    /// The names alembic loads (`_only_source_rev_file` in `alembic/script/base.py`).
    private static func isScript(_ name: String) -> Bool {
        name.hasSuffix(".py") && !name.hasPrefix(".#") && !name.hasPrefix("__init__")
    }
}
