import Catalog

extension Verdict {
    /// Computes the verdict of a record; the same record always gives the same verdict.
    public init(of record: TriageRecord) {
        let results = record.items.map(\.result)
        let problems = ProblemFinder(record).problems()
        let failing = results.contains { $0.outcome == .fail }
        let unknown = results.contains { $0.outcome == .unknown }
        health =
            failing ? .unhealthy : unknown || results.isEmpty ? .inconclusive : .healthy
        lead = problems.first
        also = Array(problems.dropFirst())
        explains = problems.first?.explains ?? []
        downstream = problems.first?.downstream ?? []
        entries = Self.statuses(of: record)
        self.results = results
        dependencies = record.dependencies
        summary = Self.summary(health: health, problems: problems, results: results)
    }

    /// What the results say of each entry that has probes.
    private static func statuses(of record: TriageRecord) -> [String: EntryStatus] {
        var outcomes: [String: [Outcome]] = [:]
        for item in record.items {
            for case .entry(let id) in item.owners {
                outcomes[id, default: []].append(item.result.outcome)
            }
        }
        return outcomes.mapValues { outcomes in
            outcomes.contains(.fail)
                ? .confirmed : outcomes.allSatisfy { $0 == .pass } ? .ruledOut : .open
        }
    }

    private static func summary(
        health: Health, problems: [Problem], results: [ProbeResult]
    ) -> String {
        let passed = results.count { $0.outcome == .pass }
        switch health {
        case .healthy:
            return passed == 1 ? "the one probe passed" : "all \(passed) probes passed"
        case .inconclusive where results.isEmpty:
            return "nothing here can be probed"
        case .inconclusive:
            let unknown = results.count - passed
            return "nothing failed, but \(unknown) of \(results.count) probes could not be observed"
        case .unhealthy:
            guard let lead = problems.first else { return "something failed" }
            var text = "\(lead.component): \(lead.reason)"
            if !lead.downstream.isEmpty {
                text += "; \(lead.downstream.joined(separator: ", ")) only follows from it"
            }
            let further = problems.count - 1
            if further > 0 {
                text += "; \(further) further independent failure\(further == 1 ? "" : "s")"
            }
            return text
        }
    }
}
