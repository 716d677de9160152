import Catalog
import Foundation
import Triage

/// A run as JSON objects, one a line, told while it goes on (NDJSON): `begin`, a `result` for each
/// line that was looked at, and `verdict` with the document `diagnose.verdict/1`.
public enum RunEvents {
    /// The run begins.
    public static func begin(lines: Int, at time: Date) -> String {
        line([
            ("event", .string("begin")), ("schema", .string("diagnose.events/1")),
            ("time", .string(time.formatted(Date.ISO8601FormatStyle(timeZone: .gmt)))),
            ("lines", .integer(lines)),
        ])
    }

    /// A line came to something.
    public static func result(_ result: ProbeResult) -> String {
        line([("event", .string("result")), ("probe", VerdictJSON.probe(result))])
    }

    /// The run ended.
    public static func verdict(_ report: RunReport) -> String {
        line([("event", .string("verdict")), ("document", VerdictJSON.value(of: report))])
    }

    private static func line(_ members: [(String, JSONText)]) -> String {
        JSONText.object(members).line + "\n"
    }
}
