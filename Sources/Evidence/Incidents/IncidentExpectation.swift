import Catalog
import Triage

/// What stands in an incident's `expected.json`.
///
///     { "verdict": "unhealthy", "lead": "voxbento/ic-01", "explains": ["voxbento/ic-01"] }
public enum IncidentExpectation {
    /// Reads one.
    ///
    /// - Throws: ``RecordFailure``
    public static func read(_ text: String) throws(RecordFailure) -> VerdictExpectation {
        let reader = try FieldReader(text, file: BundleLayout.expectation, schema: nil)
        return VerdictExpectation(
            health: try reader.choice("verdict"), lead: try reader.optionalText("lead"),
            explains: try reader.texts("explains"))
    }

    /// The document.
    public static func document(of expectation: VerdictExpectation) -> String {
        JSONText.object([
            ("verdict", .string(expectation.health.rawValue)),
            ("lead", .optional(expectation.lead)),
            ("explains", .strings(expectation.explains)),
        ]).document
    }
}
