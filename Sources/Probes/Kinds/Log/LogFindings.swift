import Foundation
import Logs

/// What one pass over a log brought.
struct LogFindings: Sendable {
    /// What each question came to, in their order.
    var tallies: [LogTally]
    /// How many lines were young enough.
    var lineCount = 0
    /// How many of those belong to lines with the texts of `where`.
    var wantedCount = 0
    /// The first moment that a line told, be it too old.
    private(set) var oldest: Date?
    /// Whether lines tell their times.
    var hasTimes = true
    /// What to say of times without a zone.
    var zoneNote: String?
    /// Whether the time was up before the last line.
    var isUnfinished = false
    /// Whether lines that are young enough were not read at all.
    var lacksLines = false

    init(_ questions: [LogQuestion]) { tallies = questions.map { LogTally($0) } }

    /// Remembers the first moment.
    mutating func seen(_ moment: Date?) { oldest = oldest ?? moment }
}

/// A line and where it stands.
struct LogPlace: Sendable, Hashable {
    /// Its number, counted from 1.
    var number: Int
    /// When it was written, as far as known.
    var moment: Date?
    /// The line.
    var line: LogLine
}
