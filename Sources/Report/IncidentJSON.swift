import Catalog
import Triage

/// What replaying recorded incidents came to as the JSON document `diagnose.test/1`.
public enum IncidentJSON {
    /// The document.
    public static func document(of results: [IncidentResult]) -> String {
        JSONText.object([
            ("schema", .string("diagnose.test/1")),
            ("passed", .integer(results.count(where: \.isAsExpected))),
            ("failed", .integer(results.count { !$0.isAsExpected })),
            ("incidents", .array(results.map(value))),
        ]).document
    }

    private static func value(of result: IncidentResult) -> JSONText {
        .object([
            ("name", .string(result.name)),
            ("outcome", .string(word(for: result.outcome))),
            ("differences", .strings(differences(in: result.outcome))),
            ("expected", result.expected.map(value) ?? .null),
            ("found", result.found.map(value) ?? .null),
            ("unrecorded", .strings(result.unrecorded)),
        ])
    }

    private static func value(of expectation: VerdictExpectation) -> JSONText {
        .object([
            ("verdict", .string(expectation.health.rawValue)),
            ("lead", .optional(expectation.lead)),
            ("explains", .strings(expectation.explains)),
        ])
    }

    private static func word(for outcome: IncidentResult.Outcome) -> String {
        switch outcome {
        case .same: "pass"
        case .updated: "updated"
        case .differs: "fail"
        case .broken: "error"
        }
    }

    private static func differences(in outcome: IncidentResult.Outcome) -> [String] {
        switch outcome {
        case .same, .updated: []
        case .differs(let differences): differences
        case .broken(let reason): [reason]
        }
    }
}
