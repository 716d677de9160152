import Foundation

extension WorldClock {
    /// The day as `YYYY-MM-DD` in UTC, so that it is the same wherever it is asked.
    public var today: String {
        now.formatted(Date.ISO8601FormatStyle(timeZone: .gmt).year().month().day())
    }
}
