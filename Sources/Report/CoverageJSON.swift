import Catalog
import Triage

/// What runbooks leave untested as the JSON document `diagnose.coverage/1`.
public enum CoverageJSON {
    /// The document.
    public static func document(of coverage: Coverage) -> String {
        JSONText.object([
            ("schema", .string("diagnose.coverage/1")),
            ("share", .decimal(coverage.share)),
            ("probed", .strings(coverage.probed.map(\.id))),
            ("unprobed", .array(coverage.unprobed.map(entry))),
            ("exempt", .array(coverage.exempt.map(entry))),
            ("unexplainedProbes", .array(coverage.unexplainedProbes.map(line))),
            ("unexplainedSignatures", .array(coverage.unexplainedSignatures.map(line))),
            ("missingPrograms", .array(coverage.missingPrograms.map(program))),
        ]).document
    }

    private static func entry(_ entry: Entry) -> JSONText {
        .object([
            ("id", .string(entry.id)), ("title", .string(entry.title)),
            ("reason", .optional(entry.unprobedReason)),
            ("location", CatalogJSON.location(entry.location)),
        ])
    }

    private static func line(_ line: ProbeLine) -> JSONText {
        .object([
            ("line", .string(line.text)), ("location", CatalogJSON.location(line.location)),
        ])
    }

    private static func program(_ program: Coverage.MissingProgram) -> JSONText {
        .object([
            ("program", .string(program.program)), ("entries", .strings(program.entries)),
        ])
    }
}
