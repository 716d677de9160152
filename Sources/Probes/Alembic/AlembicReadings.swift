/// Turns what was read of scripts and printed by alembic into readings.
struct AlembicReadings {
    /// What the scripts say.
    var scripts: RevisionScripts
    /// What `alembic heads` printed elsewhere; `nil` where it was not asked.
    var listedHeads: Result<String, AlembicCommands.Problem>?
    /// What `alembic current` printed.
    var current: Result<String, AlembicCommands.Problem>

    /// The reading of an observable.
    func reading(for key: String) -> Reading {
        key == "heads" ? headsReading : currentReading
    }

    private var headsReading: Reading {
        if let problem = headsProblem { return problem }
        let names = heads.isEmpty ? "no revision script" : heads.joined(separator: ", ")
        return .value(
            ObservedValue(
                "\(heads.count)", number: Double(heads.count), labels: heads,
                display: "\(heads.count) (\(names))"))
    }

    private var headsProblem: Reading? {
        if case .failure(let problem) = listedHeads { return reading(of: problem) }
        guard listedHeads == nil, let problem = scripts.problem else { return nil }
        return scripts.isAbsent ? .unknown(problem) : .failed(problem)
    }

    /// The heads by the scripts here, else as listed elsewhere.
    private var heads: [String] {
        if let graph = scripts.graph { return graph.heads }
        guard case .success(let text) = listedHeads else { return [] }
        return AlembicOutput.lines(of: text, graph: nil).map(\.revision)
    }

    private var currentReading: Reading {
        switch current {
        case .failure(.unknownRevision(let revision)):
            return .value(
                ObservedValue(revision, display: "\(revision), which no script here declares"))
        case .failure(let problem): return reading(of: problem)
        case .success(let text):
            let lines = AlembicOutput.lines(of: text, graph: scripts.graph)
            let revisions = lines.map(\.revision)
            let isAtHead = isAtHead(lines)
            return .value(
                ObservedValue(
                    revisions.joined(separator: ", "),
                    labels: revisions + (isAtHead ? ["head"] : []),
                    display: display(of: revisions, isAtHead: isAtHead)))
        }
    }

    /// Whether nothing is left to be applied.
    ///
    /// Alembic's own mark says only that a revision is one of the heads.
    private func isAtHead(_ lines: [AlembicOutput.Line]) -> Bool {
        let revisions = Set(lines.map(\.revision))
        if let graph = scripts.graph {
            return graph.count > 0 && revisions.isSuperset(of: graph.effectiveHeads)
        }
        if case .success = listedHeads, !heads.isEmpty { return revisions.isSuperset(of: heads) }
        return !lines.isEmpty && lines.allSatisfy(\.isHead)
    }

    /// `ae1027a (head)` or `1975ea8, 1 behind head ae1027a`
    private func display(of revisions: [String], isAtHead: Bool) -> String {
        let current = revisions.isEmpty ? "no revision" : revisions.joined(separator: ", ")
        if isAtHead { return "\(current) (\(revisions.count > 1 ? "heads" : "head"))" }
        if heads.isEmpty { return current }
        let goal = (heads.count == 1 ? "head " : "heads ") + heads.joined(separator: ", ")
        guard let graph = scripts.graph else { return "\(current), behind \(goal)" }
        return "\(current), \(graph.pending(after: revisions)) behind \(goal)"
    }

    private func reading(of problem: AlembicCommands.Problem) -> Reading {
        switch problem {
        case .unknown(let words): .unknown(words)
        case .failed(let words): .failed(words)
        case .unknownRevision(let revision): .failed("no script declares \(revision)")
        }
    }
}
