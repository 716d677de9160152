import Catalog
import Search
import Triage

/// A search's result as the JSON document `diagnose.symptom/1`.
public enum SymptomJSON {
    /// The document; an entry of which no probe could tell, or was run, is `untested`, and `why` is
    /// there only where the result has reasons.
    public static func document(
        of result: SearchResult, statuses: [String: EntryStatus] = [:]
    ) -> String {
        func match(_ match: SearchMatch) -> JSONText {
            let why: [(String, JSONText)] =
                match.reasons.isEmpty ? [] : [("why", .array(match.reasons.map(reason)))]
            return .object(
                [
                    ("id", .string(match.entry.id)),
                    ("title", .string(match.entry.title)),
                    ("score", .decimal(rounded(match.score))),
                    ("confidence", .decimal(rounded(match.confidence))),
                    ("status", .string(word(for: statuses[match.entry.id]))),
                ] + why)
        }
        return JSONText.object([
            ("schema", .string("diagnose.symptom/1")),
            ("query", .string(result.query)),
            ("matches", .array(result.matches.map(match))),
            ("nearest", .array(result.nearest.map(match))),
        ]).document
    }

    private static func word(for status: EntryStatus?) -> String {
        guard let status, status != .open else { return "untested" }
        return status.rawValue
    }

    private static func reason(_ reason: SearchReason) -> JSONText {
        .object([
            ("typed", .string(reason.typed)),
            ("found", reason.found.map(JSONText.string) ?? .null),
            ("fields", .strings(reason.fields)),
        ])
    }

    private static func rounded(_ number: Double) -> Double { (number * 1000).rounded() / 1000 }
}
