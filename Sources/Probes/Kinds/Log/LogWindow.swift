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
    private let reference: Date
    private let offset: Double

    /// How many lines are looked at, from the end, for one with a time.
    private static let lookback = 2000
    /// The zones farthest from UTC are fourteen hours ahead of it.
    private static let farthestZone = 14 * 3600.0
    /// All zones are whole quarters of an hour from UTC.
    private static let zoneStep = 900.0
    /// How far the last line's time may be from the moment of writing, in seconds.
    private static let writingDelay = 120.0

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
        reference = text.modified ?? now
        let known = last.flatMap { Self.offset(of: $0, writtenAt: text.modified) }
        offset = known ?? 0
        zoneNote =
            last.map { $0.hasZone || known != nil } ?? true
            ? nil : "its times have no zone and were taken as UTC"
    }

    /// How far an unstated zone is ahead of UTC, as the last line's time and the moment when it was
    /// written tell together.
    private static func offset(of time: LogTime, writtenAt moment: Date?) -> Double? {
        guard !time.hasZone, let moment else { return nil }
        let ahead = time.date(before: moment).timeIntervalSince(moment)
        let offset = (ahead / zoneStep).rounded() * zoneStep
        guard abs(offset) <= farthestZone, abs(ahead - offset) <= writingDelay else { return nil }
        return offset
    }

    /// The moment of a record, which is that of the one before it where it tells none.
    mutating func moment(of record: LogRecord) -> Date? {
        if hasTimes, let time = record.time {
            lastMoment = time.date(before: reference, offset: offset)
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
