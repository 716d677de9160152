/// The JSON Schema (draft 2020-12) of a document that the program prints.
public struct DocumentSchema: Sendable, Hashable {
    /// Its name, which stands in the document as `diagnose.NAME/1`.
    public var name: String
    /// What prints the document, in one line.
    public var abstract: String
    /// The schema itself, which lies in `Schemas/NAME.schema.json`.
    public var text: String

    private init(_ name: String, _ abstract: String, _ bytes: [UInt8]) {
        self.name = name
        self.abstract = abstract
        text = String(decoding: bytes, as: UTF8.self)
    }

    /// All of them.
    public static let all = [
        DocumentSchema(
            "verdict", "triage, check and probe", PackageResources.verdict_schema_json),
        DocumentSchema("symptom", "symptom", PackageResources.symptom_schema_json),
        DocumentSchema("list", "list and show", PackageResources.list_schema_json),
        DocumentSchema("logs", "logs", PackageResources.logs_schema_json),
        DocumentSchema("lint", "lint", PackageResources.lint_schema_json),
        DocumentSchema("rules", "lint --rules", PackageResources.rules_schema_json),
        DocumentSchema("coverage", "coverage", PackageResources.coverage_schema_json),
        DocumentSchema("diff", "diff", PackageResources.diff_schema_json),
        DocumentSchema("test", "test", PackageResources.test_schema_json),
        DocumentSchema(
            "rehearsal", "--dry-run of triage, check and probe",
            PackageResources.rehearsal_schema_json),
        DocumentSchema(
            "events", "--events, each line of it", PackageResources.events_schema_json),
    ]
}
