import Foundation
import Machine

/// Turns the times of one log's lines into moments.
public struct LogClock: Sendable, Hashable {
    /// A moment at or behind the last line's.
    var reference: Date
    /// How far an unstated zone is ahead of UTC, in seconds.
    var offset: Double

    /// The zones farthest from UTC are fourteen hours ahead of it.
    private static let farthestZone = 14 * 3600.0
    /// All zones are whole quarters of an hour from UTC.
    private static let zoneStep = 900.0
    /// How far the last line's time may be from the moment of writing, in seconds.
    private static let writingDelay = 120.0

    /// Takes an unstated zone as UTC.
    public init(reference: Date, offset: Double = 0) {
        self.reference = reference
        self.offset = offset
    }

    /// The moment of a time.
    public func moment(of time: LogTime) -> Date { time.date(before: reference, offset: offset) }

    /// How far an unstated zone is ahead of UTC, as a last line's time and the moment when it was
    /// written tell together; `nil` where they don't.
    public static func offset(of time: LogTime, writtenAt moment: Date?) -> Double? {
        guard !time.hasZone, let moment else { return nil }
        let ahead = time.date(before: moment).timeIntervalSince(moment)
        let offset = (ahead / zoneStep).rounded() * zoneStep
        guard abs(offset) <= farthestZone, abs(ahead - offset) <= writingDelay else { return nil }
        return offset
    }
}

extension LogClock {
    /// How much of a log's end is looked at for the time of its last line, in bytes and lines.
    private static let tailSize = 64 << 10
    private static let tailLines = 100

    /// How the times of a log are to be taken: in the zone that fits the moment of the last writing,
    /// else as UTC.
    init(of input: LogInput, now: Date) {
        guard case .file(let file) = input.content, let size = file.size,
            let modified = file.modified.map(Date.init(timeIntervalSince1970:))
        else {
            self.init(reference: now)
            return
        }
        var tail = [UInt8](repeating: 0, count: min(size, Self.tailSize))
        let count = (try? file.read(into: &tail, tail.indices, at: size - tail.count)) ?? 0
        let last = LogLines.lastTime(in: Array(tail.prefix(count)), lookingAt: Self.tailLines)
        let offset = last.flatMap { Self.offset(of: $0, writtenAt: modified) }
        self.init(reference: modified, offset: offset ?? 0)
    }
}
