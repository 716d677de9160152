/// The revisions of a project and how they follow one another.
struct RevisionGraph {
    private var scripts: [String: RevisionScript] = [:]
    /// The revisions that no other follows, in order of their files.
    private(set) var heads: [String] = []
    /// The heads that no other revision depends on either: what the database's table holds when
    /// all is applied.
    private(set) var effectiveHeads: [String] = []

    /// Why scripts make no graph, in a few words.
    struct Problem: Error, Hashable {
        var summary: String
    }

    /// Joins the scripts.
    ///
    /// - Throws: ``Problem``.
    init(_ all: [RevisionScript]) throws(Problem) {
        for script in all {
            if let other = scripts.updateValue(script, forKey: script.revision) {
                throw Problem(
                    summary: "\(other.file) and \(script.file) are both called \(script.revision)")
            }
        }
        try resolveDependencies()
        for script in all {
            for revision in script.downRevisions where scripts[revision] == nil {
                throw Problem(
                    summary: "\(script.file) follows \(revision), which no script declares")
            }
        }
        try checkForCircles()
        let followed = Set(all.flatMap(\.downRevisions))
        let needed = Set(scripts.values.flatMap(\.dependencies))
        heads = all.map(\.revision).filter { !followed.contains($0) }
        effectiveHeads = heads.filter { !needed.contains($0) }
    }

    /// Puts revisions in the place of branch labels.
    private mutating func resolveDependencies() throws(Problem) {
        let labels = Dictionary(
            scripts.values.flatMap { script in script.branchLabels.map { ($0, script.revision) } },
            uniquingKeysWith: { first, _ in first })
        for (revision, script) in scripts where !script.dependencies.isEmpty {
            var resolved: [String] = []
            for name in script.dependencies {
                guard let needed = scripts[name]?.revision ?? labels[name] else {
                    throw Problem(
                        summary: "\(script.file) depends on \(name), which no script declares")
                }
                resolved.append(needed)
            }
            scripts[revision]?.dependencies = resolved
        }
    }

    /// How many revisions there are.
    var count: Int { scripts.count }

    /// Whether a script declares the revision.
    func contains(_ revision: String) -> Bool { scripts[revision] != nil }

    /// How many revisions are still to be applied to a database at the given ones.
    func pending(after current: [String]) -> Int {
        ancestry(of: heads).subtracting(ancestry(of: current)).count
    }

    /// The revisions and all that come before them or that they depend on.
    private func ancestry(of revisions: [String]) -> Set<String> {
        var found: Set<String> = []
        var pending = revisions
        while let revision = pending.popLast() {
            guard let script = scripts[revision], found.insert(revision).inserted else { continue }
            pending += script.downRevisions + script.dependencies
        }
        return found
    }

    /// Looks for revisions that come before themselves.
    private func checkForCircles() throws(Problem) {
        let before = scripts.mapValues { Set($0.downRevisions + $0.dependencies) }
        let unreachable = Self.remainder(of: before)
        if unreachable.isEmpty { return }
        // What only follows a circle is no part of it.
        var after: [String: Set<String>] = [:]
        for revision in unreachable {
            after[revision, default: []].formUnion([])
            for other in before[revision] ?? [] where unreachable.contains(other) {
                after[other, default: []].insert(revision)
            }
        }
        let names = Self.remainder(of: after).sorted()
        let shown = names.prefix(4).joined(separator: ", ") + (names.count > 4 ? ", …" : "")
        throw Problem(summary: "\(shown) follow one another in a circle")
    }

    /// What is left when those that need none of the others are taken away again and again (Kahn,
    /// Topological sorting of large networks, 1962).
    private static func remainder(of needs: [String: Set<String>]) -> Set<String> {
        var needs = needs
        var dependents: [String: [String]] = [:]
        for (name, others) in needs {
            for other in others { dependents[other, default: []].append(name) }
        }
        var free = needs.filter { $0.value.isEmpty }.map(\.key)
        while let name = free.popLast() {
            needs[name] = nil
            for dependent in dependents[name] ?? [] {
                needs[dependent]?.remove(name)
                if needs[dependent]?.isEmpty == true { free.append(dependent) }
            }
        }
        return Set(needs.keys)
    }
}
