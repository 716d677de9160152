import Catalog

/// Diagnostics as the JSON document `diagnose.lint/1`.
public enum DiagnosticJSON {
    /// The document.
    public static func document(of diagnostics: [Diagnostic]) -> String {
        JSONText.object([
            ("schema", .string("diagnose.lint/1")),
            ("diagnostics", .array(diagnostics.map(diagnostic))),
        ]).document
    }

    static func diagnostic(_ diagnostic: Diagnostic) -> JSONText {
        .object([
            ("severity", .string(diagnostic.severity.rawValue)),
            ("rule", .string(diagnostic.rule)),
            ("message", .string(diagnostic.message)),
            (
                "location",
                .object([
                    ("file", .string(diagnostic.location.file)),
                    ("line", .integer(diagnostic.location.line)),
                    ("column", .integer(diagnostic.location.column)),
                ])
            ),
        ])
    }
}
