import Catalog
import Triage

/// Every component of a run with how it stands, and which needs which: what is drawn or listed.
struct ComponentMap {
    /// How a component stands, the most urgent first.
    enum Standing: Int, CaseIterable, Comparable {
        /// It is what broke first.
        case root
        /// It is broken on its own account, too.
        case broken
        /// It fails because of another.
        case follows
        /// Something of it could not be observed.
        case unknown
        /// All that was asked of it is as it should be.
        case passes
        /// Nothing was asked of it.
        case unprobed

        static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
    }

    /// One component.
    struct Component: Hashable {
        /// What it is called.
        var name: String
        /// How it stands.
        var standing: Standing
        /// What it needs directly, each once.
        var needs: [String]
        /// How many of its lines came to each outcome: `2 passed, 1 failed`.
        var counts: String
    }

    /// The components in the order in which the plan asks for them; those that nothing was asked of
    /// come last, by name.
    let components: [Component]

    /// The map of a verdict.
    init(of verdict: Verdict) {
        let results = Dictionary(grouping: verdict.results, by: \.component)
        let needed = verdict.dependencies
        var seen: Set<String> = []
        let asked = verdict.results.map(\.component).filter { seen.insert($0).inserted }
        let others = Set(needed.keys).union(needed.values.joined()).subtracting(asked).sorted()
        let standings = Standings(verdict)
        components = (asked + others).map { name in
            var known: Set = [name]
            let own = results[name, default: []]
            return Component(
                name: name, standing: standings.standing(of: name, by: own),
                needs: needed[name, default: []].filter { known.insert($0).inserted },
                counts: own.isEmpty ? "" : own.counts)
        }
    }

    /// The components of one standing.
    func names(_ standing: Standing) -> [String] {
        components.filter { $0.standing == standing }.map(\.name)
    }

    /// Who needs each component directly, by its name.
    var dependents: [String: [String]] {
        components.reduce(into: [:]) { dependents, component in
            for needed in component.needs { dependents[needed, default: []].append(component.name) }
        }
    }
}

/// Tells how components stand.
private struct Standings {
    private let root: String?
    private let broken: Set<String>
    private let following: Set<String>

    init(_ verdict: Verdict) {
        root = verdict.lead?.component
        broken = Set(verdict.also.map(\.component))
        following = Set(verdict.problems.flatMap(\.downstream))
    }

    func standing(
        of name: String, by results: [ProbeResult]
    ) -> ComponentMap.Standing {
        if name == root { return .root }
        if broken.contains(name) { return .broken }
        if following.contains(name) || results.contains(where: { $0.outcome == .fail }) {
            return .follows
        }
        if results.isEmpty { return .unprobed }
        return results.allSatisfy { $0.outcome == .pass } ? .passes : .unknown
    }
}

extension ComponentMap.Standing {
    /// The mark in front of its name, so that nothing is told by colour alone.
    var mark: String {
        switch self {
        case .root, .broken: "✗"
        case .follows: "↳"
        case .unknown: "?"
        case .passes: "✓"
        case .unprobed: "–"
        }
    }

    /// What it means, in a few words.
    var words: String {
        switch self {
        case .root: "root cause"
        case .broken: "broken, too"
        case .follows: "follows"
        case .unknown: "unknown"
        case .passes: "passes"
        case .unprobed: "not probed"
        }
    }
}
