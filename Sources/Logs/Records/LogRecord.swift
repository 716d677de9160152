import Foundation

/// A line with the lines that continue it, such as a stack trace.
public struct LogRecord: Sendable, Hashable {
    /// The lines, at least one.
    public var lines: [LogLine]
    /// The number of its first line in the log, counted from 1.
    public var number: Int

    /// When the engine took its first line, else when that line says that it was written.
    public var time: LogTime? {
        guard let first = lines.first else { return nil }
        return first.received.map(LogTime.moment) ?? first.time
    }
}

/// Gathers the lines of a log into records.
public struct LogRecords: Sequence, IteratorProtocol, Sendable {
    /// What has more lines than these is no stack trace; the rest starts a record of its own.
    static let longest = 1000

    private var lines: LogLines
    /// A line that was read and continues nothing.
    private var pending: LogLine?
    /// How many lines were given so far.
    private var count = 0

    /// Reads the records of a log.
    public init(_ bytes: [UInt8]) { lines = LogLines(bytes) }

    /// The next record; `nil` behind the last.
    public mutating func next() -> LogRecord? {
        guard let first = pending ?? lines.next().map(LogLine.init) else { return nil }
        pending = nil
        var continuation = Continuation(first)
        var record = LogRecord(lines: [first], number: count + 1)
        while let next = lines.next().map(LogLine.init) {
            guard record.lines.count < Self.longest, continuation.takes(next) else {
                pending = next
                break
            }
            record.lines.append(next)
        }
        count += record.lines.count
        return record
    }
}
