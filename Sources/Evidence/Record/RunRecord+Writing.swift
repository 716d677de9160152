import Catalog
import Foundation
import Triage

extension RunRecord {
    /// The record as the JSON document `diagnose.record/1`, the same for the same record.
    public var document: String {
        JSONText.object([
            ("schema", .string(Self.schema)),
            ("version", .string(version)),
            ("started", .decimal(started.timeIntervalSince1970)),
            ("durationNanoseconds", .integer(duration.wholeNanoseconds)),
            ("flags", .strings(flags)),
            ("failOn", .string(failureLevel)),
            ("runbooks", .array(runbooks.map(Self.value))),
            ("dependencies", Self.value(of: triage.dependencies)),
            ("services", .strings(triage.services.sorted())),
            (
                "variables",
                .object(
                    triage.variables.sorted { $0.key < $1.key }.map { ($0.key, .string($0.value)) })
            ),
            ("items", .array(triage.items.map(Self.value))),
        ]).document
    }

    private static func value(of runbook: RecordedRunbook) -> JSONText {
        .object([
            ("file", .string(runbook.file)), ("system", .string(runbook.system)),
            ("path", .string(runbook.path)), ("sha256", .optional(runbook.revision)),
        ])
    }

    private static func value(of dependencies: [String: [String]]) -> JSONText {
        .object(dependencies.sorted { $0.key < $1.key }.map { ($0.key, .strings($0.value)) })
    }

    private static func value(of item: TriageRecord.Item) -> JSONText {
        let result = item.result
        return .object([
            ("probe", value(of: result.line)),
            ("owners", .array(item.owners.map(value))),
            ("component", .string(result.component)),
            ("outcome", .string(result.outcome.rawValue)),
            ("observed", .string(result.observed)),
            ("expected", .string(result.expected)),
            ("failingSubjects", .strings(result.failingSubjects)),
            ("evidence", .strings(result.evidence)),
            ("isMeasured", .boolean(result.isMeasured)),
            ("isConfiguration", .boolean(result.isConfiguration)),
            ("durationNanoseconds", .integer(result.duration.wholeNanoseconds)),
        ])
    }

    private static func value(of line: ProbeLine) -> JSONText {
        .object([
            ("line", .string(line.text)), ("kind", .string(line.kind)),
            ("subject", .string(line.subject)),
            ("conditions", .array(line.conditions.map(value))),
            ("reason", .optional(line.reason)),
            ("file", .string(line.location.file)), ("row", .integer(line.location.line)),
            ("column", .integer(line.location.column)),
        ])
    }

    private static func value(of condition: Condition) -> JSONText {
        .object([
            ("name", .string(condition.key)),
            ("comparison", .string(condition.comparison.rawValue)),
            ("value", .string(condition.value)), ("column", .integer(condition.column)),
        ])
    }

    private static func value(of owner: Owner) -> JSONText {
        switch owner {
        case .entry(let id): .object([("entry", .string(id))])
        case .step(let system, let number):
            .object([("system", .string(system)), ("step", .integer(number))])
        }
    }
}

extension Duration {
    /// The whole nanoseconds, which clocks count in: reports round sums, too.
    fileprivate var wholeNanoseconds: Int {
        Int(components.seconds) * 1_000_000_000 + Int(components.attoseconds / 1_000_000_000)
    }
}
