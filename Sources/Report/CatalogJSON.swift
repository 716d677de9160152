import Catalog

/// The catalog as the JSON document `diagnose.list/1`.
public enum CatalogJSON {
    /// The document of the entries and what there was to say about their runbooks.
    ///
    /// - Parameter explains: Whether each entry says what took it for one, and why.
    public static func document(
        of entries: [Entry], diagnostics: [Diagnostic], explains: Bool = false
    ) -> String {
        JSONText.object([
            ("schema", .string("diagnose.list/1")),
            (
                "entries",
                .array(
                    entries.map { .object(members(of: $0) + (explains ? explanation(of: $0) : [])) }
                )
            ),
            ("diagnostics", .array(diagnostics.map(DiagnosticJSON.diagnostic))),
        ]).document
    }

    /// What took an entry for one, and why.
    private static func explanation(of entry: Entry) -> [(String, JSONText)] {
        [
            ("recogniser", .string(entry.recogniser)),
            ("recognised", .string(entry.recognitionReason)),
        ]
    }

    private static func members(of entry: Entry) -> [(String, JSONText)] {
        [
            ("id", .string(entry.id)),
            ("system", .string(entry.system)),
            ("title", .string(entry.title)),
            ("kind", .string(entry.kind.rawValue)),
            ("symptoms", .strings(entry.symptoms)),
            ("reports", .strings(entry.reports)),
            ("causes", .strings(entry.causes)),
            ("checks", .strings(entry.checks)),
            ("fixes", .array(entry.fixes.map(fix))),
            ("signatures", .strings(entry.signatures)),
            ("severity", .optional(entry.severity)),
            ("status", .optional(entry.status)),
            ("confidence", .optional(entry.confidence)),
            ("subsystem", .optional(entry.subsystem)),
            ("questions", .strings(entry.questions)),
            ("validation", .strings(entry.validation)),
            ("evidence", .strings(entry.evidence)),
            ("crossIssueNotes", .strings(entry.crossIssueNotes)),
            ("unprobed", .optional(entry.unprobedReason)),
            ("probes", .array(entry.probes.map(probe))),
            ("location", location(entry.location)),
        ]
    }

    static func fix(_ fix: Fix) -> JSONText {
        .object([
            ("text", .string(fix.text)),
            ("commands", .strings(fix.commands)),
            ("destructive", .boolean(fix.isDestructive)),
        ])
    }

    static func location(_ location: SourceLocation) -> JSONText {
        .object([("file", .string(location.file)), ("line", .integer(location.line))])
    }

    private static func probe(_ line: ProbeLine) -> JSONText {
        .object([
            ("line", .string(line.text)),
            ("kind", .string(line.kind)),
            ("subject", .string(line.subject)),
        ])
    }
}
