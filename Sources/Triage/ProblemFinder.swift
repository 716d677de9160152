import Catalog

/// Turns failing results into independent problems, most suspicious first.
///
/// A failure of state is explained by a failing dependency and makes what depends on it
/// downstream. A failure of configuration stands for itself: a setting is wrong whatever else is
/// down, and it is not why another component is down.
struct ProblemFinder {
    private let record: TriageRecord
    private let graph: ComponentGraph
    private let failing: [TriageRecord.Item]
    private let roots: Set<String>

    init(_ record: TriageRecord) {
        self.record = record
        graph = ComponentGraph(record.dependencies)
        failing = record.items.filter { $0.result.outcome == .fail }
        roots = graph.roots(
            of: Set(failing.filter { !$0.result.isConfiguration }.map(\.result.component)))
    }

    /// What keeps one problem apart from another.
    private enum Key: Hashable {
        /// All that is wrong with a component's state.
        case state(component: String)
        /// One thing that people wrote wrongly.
        case configuration(component: String, kind: String, subject: String)

        init(_ result: ProbeResult) {
            self =
                result.isConfiguration
                ? .configuration(
                    component: result.component, kind: result.line.kind,
                    subject: result.line.subject)
                : .state(component: result.component)
        }
    }

    /// The problems in order of suspicion.
    func problems() -> [Problem] {
        let causes = failing.filter {
            $0.result.isConfiguration || roots.contains($0.result.component)
        }
        var order: [Key] = []
        var items: [Key: [TriageRecord.Item]] = [:]
        for item in causes {
            let key = Key(item.result)
            if items[key] == nil { order.append(key) }
            items[key, default: []].append(item)
        }
        let ranked = order.enumerated().map { position, key in
            (problem: problem(of: items[key, default: []]), position: position)
        }
        return ranked.sorted { left, right in
            suspicion(of: left.problem, at: left.position)
                .lexicographicallyPrecedes(suspicion(of: right.problem, at: right.position))
        }
        .map(\.problem)
    }

    /// Triage order, then severity, then the share of the entry's probes that failed, then the
    /// order of the plan; smaller comes first.
    private func suspicion(of problem: Problem, at position: Int) -> [Double] {
        let system = record.runbooks.firstIndex { $0.system == problem.system } ?? 0
        let step = problem.step.map { Double(system * 1000 + $0.number) } ?? .infinity
        return [
            step, Double(problem.severity.rawValue), -share(of: problem),
            Double(position),
        ]
    }

    private func share(of problem: Problem) -> Double {
        guard let id = problem.entry?.id else { return 0 }
        let own = record.items.filter { $0.owners.contains(.entry(id: id)) }
        let failed = own.count { $0.result.outcome == .fail }
        return own.isEmpty ? 0 : Double(failed) / Double(own.count)
    }

    private func problem(of items: [TriageRecord.Item]) -> Problem {
        let component = items.first?.result.component ?? ""
        let isState = items.contains { !$0.result.isConfiguration }
        let below = isState ? downstream(of: component) : []
        let ownStep = steps(of: items).first
        let consequences = failing.filter {
            !$0.result.isConfiguration && below.contains($0.result.component)
        }
        let entries = entries(of: items, then: consequences)
        let entry = entries.first(where: \.isTelling)?.entry
        let evidence = items.map(\.result).enumerated()
            .sorted {
                ($0.element.isMeasured ? 0 : 1, $0.offset) < (
                    $1.element.isMeasured ? 0 : 1, $1.offset
                )
            }
            .map(\.element)
        let step = ownStep ?? entry.flatMap(self.step(naming:))
        let explained = ([entry].compactMap { $0 } + entries.map(\.entry)).map(\.id)
        let system = entry?.system ?? step?.system ?? entries.first?.entry.system
        let runbook = record.runbooks.first { $0.system == system }
        let filling = PlaceholderFilling(
            service: record.services.contains(component) ? component : nil, evidence: evidence,
            variables: record.variables)
        return Problem(
            component: component, entry: entry, step: step?.step,
            reason: reason(items, entry: entry), evidence: evidence, downstream: below,
            explains: explained.reduce(into: []) { if !$0.contains($1) { $0.append($1) } },
            fixes: entry?.fixes.map(filling.fill) ?? [],
            validation: entry?.validation ?? [],
            escalation: runbook?.section(.escalation)?.items ?? [],
            runbook: runbook)
    }

    /// The failing components, by name, that are no roots and need the component.
    private func downstream(of component: String) -> [String] {
        Set(failing.filter { !$0.result.isConfiguration }.map(\.result.component))
            .filter { !roots.contains($0) && graph.needs(of: $0).contains(component) }
            .sorted()
    }

    /// The entries that state the lines of a problem or of its consequences: those of which
    /// something was measured first, the problem's own before the consequences', then by severity,
    /// then in order of the document.
    private func entries(
        of items: [TriageRecord.Item], then consequences: [TriageRecord.Item]
    ) -> [(entry: Entry, isTelling: Bool)] {
        var ranks: [String: Int] = [:]
        for (offset, item) in (items.map { (0, $0) } + consequences.map { (1, $0) }) {
            // A line that only got no answer tells nothing of its entry's cause, unless whether
            // there is an answer is what the triage step asks.
            let isTelling = item.result.isMeasured || item.owners.contains(where: \.isStep)
            let rank = isTelling ? offset : 2 + offset
            for case .entry(let id) in item.owners { ranks[id] = min(ranks[id] ?? rank, rank) }
        }
        return record.runbooks.flatMap(\.entries)
            .compactMap { entry in ranks[entry.id].map { (entry: entry, rank: $0) } }
            .enumerated()
            .sorted { left, right in
                let key = { (element: (entry: Entry, rank: Int), offset: Int) in
                    (element.rank, Severity(named: element.entry.severity).rawValue, offset)
                }
                return key(left.element, left.offset) < key(right.element, right.offset)
            }
            .map { ($0.element.entry, $0.element.rank < 2) }
    }

    private func steps(of items: [TriageRecord.Item]) -> [(system: String, step: TriageStep)] {
        let owners = Set(items.flatMap(\.owners))
        return record.runbooks.flatMap { runbook in
            runbook.triage
                .filter { owners.contains(.step(system: runbook.system, number: $0.number)) }
                .map { (runbook.system, $0) }
        }
    }

    /// The triage step that names the entry, as `Issue 3` in an order of investigation.
    private func step(naming entry: Entry) -> (system: String, step: TriageStep)? {
        for runbook in record.runbooks {
            if let step = runbook.triage.first(where: { $0.entries.contains(entry.id) }) {
                return (runbook.system, step)
            }
        }
        return nil
    }

    /// What is wrong: the words of the line that measured it, the entry's own before others'; where
    /// nothing could be measured, those of a step, which ask no more than whether it answers, and
    /// else only what was seen: the words of an entry's line would claim what nobody looked at.
    private func reason(_ items: [TriageRecord.Item], entry: Entry?) -> String {
        let owner = entry.map { Owner.entry(id: $0.id) }
        func preferred(_ item: TriageRecord.Item) -> Bool {
            guard item.result.isMeasured, let owner else {
                return item.owners.contains(where: \.isStep)
            }
            return item.owners.contains(owner)
        }
        let best = items.enumerated().min { left, right in
            let key = { (item: TriageRecord.Item, offset: Int) in
                (
                    item.result.isMeasured ? 0 : 1,
                    preferred(item) ? 0 : 1,
                    offset
                )
            }
            return key(left.element, left.offset) < key(right.element, right.offset)
        }?.element
        guard let best else { return "failed" }
        if best.result.isMeasured || best.owners.contains(where: \.isStep),
            let reason = best.result.line.reason
        {
            return reason
        }
        return "\(best.result.line.kind) \(best.result.line.subject): \(best.result.observed)"
    }
}
