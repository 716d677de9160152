import Foundation

/// Moments of logs as text, in UTC, with as much of a second as logs usually have.
enum LogMoment {
    /// `2026-11-21T06:00:00.123Z`, or without the day `06:00:00.123`.
    static func text(of moment: Date, withDay: Bool) -> String {
        let milliseconds = (moment.timeIntervalSince1970 * 1000).rounded()
        let whole = Date(timeIntervalSince1970: (milliseconds / 1000).rounded(.down))
        let rest = Int(milliseconds - (milliseconds / 1000).rounded(.down) * 1000)
        let stamp = whole.formatted(.iso8601)
        let fraction = rest == 0 ? "" : "." + String("\(1000 + rest)".dropFirst())
        if withDay { return stamp.dropLast() + fraction + "Z" }
        return stamp.dropLast().suffix(8) + fraction
    }
}
