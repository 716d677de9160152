import Catalog
import Triage

/// What a run would ask, as the JSON document `diagnose.rehearsal/1`.
public enum RehearsalJSON {
    /// The document.
    public static func document(of rehearsal: PlanRehearsal) -> String {
        JSONText.object([
            ("schema", .string("diagnose.rehearsal/1")),
            ("lines", .array(rehearsal.items.map(item))),
        ]).document
    }

    private static func item(_ item: PlanRehearsal.Item) -> JSONText {
        .object([
            ("line", .string(item.line.text)),
            ("location", CatalogJSON.location(item.line.location)),
            ("requests", .strings(item.requests)),
            ("obstacle", .optional(item.obstacle)),
        ])
    }
}
