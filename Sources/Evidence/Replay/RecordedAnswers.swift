import Catalog
import Probes
import Triage

/// Finds what was recorded for the lines of runbooks that may have changed since.
struct RecordedAnswers {
    /// What one line came to: several results where it is about several components.
    private struct Answer {
        var results: [ProbeResult]
        var owners: [Owner]
    }

    /// What makes a line ask and state the same in other words.
    private struct Meaning: Hashable {
        var request: ProbeRequest
        var component: String

        init(_ check: ProbeCheck) {
            request = check.request
            component = check.component
        }
    }

    private var answers: [Answer] = []
    private var byText: [String: [Int]] = [:]
    private var byMeaning: [Meaning: [Int]] = [:]

    /// Gathers the answers of a record, by the text of their line and by what it means.
    init(_ record: TriageRecord, variables: VariableScope) {
        for item in record.items {
            if let last = answers.last, last.owners == item.owners,
                last.results.first?.line == item.result.line
            {
                answers[answers.count - 1].results.append(item.result)
                continue
            }
            let runbook = record.runbooks.first { runbook in
                item.owners.contains { $0.system == runbook.system }
            }
            let check = try? ProbeCheck(
                item.result.line, variables: { variables.value(of: $0, in: runbook) },
                timeout: ProbeRunner.defaultTimeout)
            byText[Self.key(item.result.line), default: []].append(answers.count)
            if let check { byMeaning[Meaning(check), default: []].append(answers.count) }
            answers.append(Answer(results: [item.result], owners: item.owners))
        }
    }

    /// The recorded results for a line of a plan; `nil` where nobody looked.
    ///
    /// - Parameters:
    ///   - item: The line and whom it speaks for.
    ///   - line: The line without its secrets, which the results then show: its words and its place
    ///     may have changed.
    func results(for item: TriagePlan.Item, shownAs line: ProbeLine) -> [ProbeResult]? {
        var found = byText[Self.key(line)] ?? []
        if found.isEmpty, case .ready(let check) = item.state {
            found = byMeaning[Meaning(check)] ?? []
        }
        let ranked = found.enumerated().min { left, right in
            (-nearness(of: left.element, to: item.owners), left.offset)
                < (-nearness(of: right.element, to: item.owners), right.offset)
        }
        return ranked.map { answers[$0.element].results }?.map { result in
            var shown = result
            shown.line = line
            return shown
        }
    }

    /// How many of the owners are the same, or at least of the same system.
    private func nearness(of position: Int, to owners: [Owner]) -> Int {
        let recorded = answers[position].owners
        let same = owners.count { recorded.contains($0) }
        let near = owners.contains { owner in recorded.contains { $0.system == owner.system } }
        return same * 2 + (near ? 1 : 0)
    }

    private static func key(_ line: ProbeLine) -> String { TokenNumbers.removed(from: line.text) }
}

extension Owner {
    /// The system it belongs to.
    fileprivate var system: Substring {
        switch self {
        case .step(let system, _): system[...]
        case .entry(let id): id.prefix { $0 != "/" }
        }
    }
}
