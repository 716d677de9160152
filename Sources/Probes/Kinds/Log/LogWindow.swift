import Foundation
import Logs

/// Tells which records of a log are young enough.
struct LogWindow {
    /// Whether lines tell their times at all; else all of them count.
    let hasTimes: Bool
    /// What to say of times without a zone; `nil` where nothing need be said.
    let zoneNote: String?
    /// The moment of the last record that told one.
    private(set) var lastMoment: Date?

    private let start: Date
    private let clock: LogClock

    /// How many lines are looked at, from the end, for one with a time.
    private static let lookback = 2000

    /// Prepares the look at a log.
    ///
    /// - Parameters:
    ///   - text: The log.
    ///   - age: How old a record may be, in seconds.
    ///   - now: The moment from which that counts.
    init(_ text: LogText, age: Double, now: Date) {
        let last = LogLines.lastTime(in: text.bytes, lookingAt: Self.lookback)
        hasTimes = last != nil || text.bytes.isEmpty
        start = now - age
        let known = last.flatMap { LogClock.offset(of: $0, writtenAt: text.modified) }
        clock = LogClock(reference: text.modified ?? now, offset: known ?? 0)
        zoneNote =
            last.map { $0.hasZone || known != nil } ?? true
            ? nil : "its times have no zone and were taken as UTC"
    }

    /// The moment of a record, which is that of the one before it where it tells none.
    mutating func moment(of record: LogRecord) -> Date? {
        if hasTimes, let time = record.time {
            lastMoment = clock.moment(of: time)
        }
        return lastMoment
    }

    /// Whether a record whose moment was told last is young enough.
    ///
    /// What stands in front of the first time belongs to an older record.
    func holds(_ record: LogRecord) -> Bool {
        hasTimes ? lastMoment.map { $0 >= start } ?? false : true
    }

    /// Whether a log whose oldest moment is known goes back as far as is asked for.
    func reachesBack(to oldest: Date?) -> Bool { oldest.map { $0 < start } ?? false }
}
