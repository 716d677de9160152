import Catalog
import Triage

/// A verdict as the JSON document `diagnose.verdict/1`.
public enum VerdictJSON {
    /// The document.
    public static func document(of report: RunReport) -> String {
        value(of: report).document
    }

    /// The document as a value.
    static func value(of report: RunReport) -> JSONText {
        let verdict = report.verdict
        return .object([
            ("schema", .string("diagnose.verdict/1")),
            ("verdict", .string(verdict.health.rawValue)),
            ("summary", .string(verdict.summary)),
            ("lead", verdict.lead.map(problem) ?? .null),
            ("explains", .strings(verdict.explains)),
            ("downstream", .strings(verdict.downstream)),
            ("also", .array(verdict.also.map(problem))),
            ("probes", .array(verdict.results.map(probe))),
        ])
    }

    private static func problem(_ problem: Problem) -> JSONText {
        .object([
            ("component", .string(problem.component)),
            ("entry", .optional(problem.entry?.id)),
            ("step", problem.step.map(step) ?? .null),
            ("reason", .string(problem.reason)),
            ("evidence", .array(problem.evidence.map(evidence))),
            ("explains", .strings(problem.explains)),
            ("downstream", .strings(problem.downstream)),
            ("fixes", .array(problem.fixes.map(CatalogJSON.fix))),
            ("validation", .strings(problem.validation)),
            ("escalation", .strings(problem.escalation)),
            ("stub", .optional(EntryStub(for: problem)?.markdown)),
        ])
    }

    private static func step(_ step: TriageStep) -> JSONText {
        .object([
            ("number", .integer(step.number)),
            ("title", .string(step.title)),
            ("location", CatalogJSON.location(step.location)),
        ])
    }

    private static func evidence(_ result: ProbeResult) -> JSONText {
        .object([
            ("line", .string(result.line.text)),
            ("observed", .string(result.observed)),
            ("expected", .string(result.expected)),
            ("details", .strings(result.evidence)),
        ])
    }

    /// A result.
    static func probe(_ result: ProbeResult) -> JSONText {
        .object([
            ("line", .string(result.line.text)),
            ("kind", .string(result.line.kind)),
            ("subject", .string(result.line.subject)),
            ("component", .string(result.component)),
            ("outcome", .string(result.outcome.rawValue)),
            ("observed", .string(result.observed)),
            ("expected", .string(result.expected)),
            ("reason", .optional(result.line.reason)),
            ("durationMilliseconds", .integer(result.duration.milliseconds)),
            ("location", CatalogJSON.location(result.line.location)),
        ])
    }
}
