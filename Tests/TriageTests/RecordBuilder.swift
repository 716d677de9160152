import Catalog

@testable import Triage

/// Builds the records that verdict tests start from, as short as they can be read.
enum RecordBuilder {
    static func line(_ text: String, reason: String? = nil) -> ProbeLine {
        let words = text.split(separator: " ").map(String.init)
        return ProbeLine(
            text: text, kind: words.first ?? "", subject: words.dropFirst().first ?? "",
            conditions: [], reason: reason, location: SourceLocation(file: "test.md", line: 1))
    }

    /// A failure of a component's state.
    static func failing(
        _ text: String, component: String, reason: String? = nil, measured: Bool = true,
        configuration: Bool = false, subjects: [String] = [], owners: [Owner]
    ) -> TriageRecord.Item {
        TriageRecord.Item(
            result: ProbeResult(
                line: line(text, reason: reason), component: component, outcome: .fail,
                observed: "observed", expected: "expected", failingSubjects: subjects,
                isMeasured: measured, isConfiguration: configuration),
            owners: owners)
    }

    static func item(
        _ outcome: Outcome, _ text: String, component: String, owners: [Owner]
    ) -> TriageRecord.Item {
        TriageRecord.Item(
            result: ProbeResult(
                line: line(text), component: component, outcome: outcome, observed: "",
                expected: ""),
            owners: owners)
    }

    /// A runbook of system `s` with two triage steps and the entries named.
    static func runbook(entries: [String], severities: [String: String] = [:]) -> Runbook {
        var runbook = Runbook(file: "test.md", system: "s", title: "Test")
        runbook.entries = entries.map { name in
            var entry = Entry(
                id: "s/\(name)", system: "s", title: name,
                location: SourceLocation(file: "test.md", line: 1))
            entry.severity = severities[name]
            entry.fixes = [
                Fix(text: "restart <service>", commands: ["docker compose restart <service>"])
            ]
            return entry
        }
        runbook.triage = (1...3).map {
            TriageStep(
                number: $0, title: "step \($0)", location: SourceLocation(file: "test.md", line: $0)
            )
        }
        return runbook
    }

    static func step(_ number: Int) -> Owner { .step(system: "s", number: number) }
    static func entry(_ name: String) -> Owner { .entry(id: "s/\(name)") }
}
