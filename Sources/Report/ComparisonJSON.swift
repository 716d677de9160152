import Catalog
import Triage

/// Two runs beside each other as the JSON document `diagnose.diff/1`.
public enum ComparisonJSON {
    /// The document.
    public static func document(
        of comparison: RunComparison, _ changes: [SurroundingChange]
    ) -> String {
        JSONText.object([
            ("schema", .string("diagnose.diff/1")),
            ("newlyFailing", lines(comparison.newlyFailing)),
            ("stillFailing", lines(comparison.stillFailing)),
            ("fixed", lines(comparison.fixed)),
            ("noLongerObserved", lines(comparison.noLongerObserved)),
            ("changes", .object(changes.map { ($0.subject.rawValue, value(of: $0)) })),
        ]).document
    }

    private static func lines(_ lines: [RunComparison.Line]) -> JSONText {
        .array(
            lines.map { line in
                .object([
                    ("line", .string(line.text)), ("component", .string(line.component)),
                    ("reason", .optional(line.reason)), ("before", .optional(line.before)),
                    ("after", .optional(line.after)),
                ])
            })
    }

    private static func value(of change: SurroundingChange) -> JSONText {
        .object([
            ("added", .strings(change.added)), ("removed", .strings(change.removed)),
            (
                "changed",
                .array(
                    change.changed.map { value in
                        .object([
                            ("name", .string(value.name)), ("before", .string(value.before)),
                            ("after", .string(value.after)),
                        ])
                    })
            ),
            ("unknown", .optional(change.unknown)),
        ])
    }
}
