import Foundation
import Machine

/// Follows one request, session or thread by its id through several logs.
public struct LogCorrelator: Sendable {
    /// An event that names the id.
    public struct Event: Sendable {
        /// The log it stands in.
        public var log: String
        /// The service or container that wrote it, where the log names one.
        public var service: String?
        /// Where it stands.
        public var spot: LogSpot
    }

    /// What one thread finds.
    fileprivate struct Worker: Sendable {
        var events: [(spot: BlockSpot, container: String?)] = []
        var lineCounts: [Int: Int] = [:]
        var count = 0
    }

    private let id: [UInt8]
    private let now: Date
    private let since: Date?
    private let conditions: [FieldCondition]

    /// The bound on the events that are kept of one log.
    public static let mostEvents = 20_000

    /// Looks for an id.
    public init(id: String, since: Date?, conditions: [FieldCondition] = [], now: Date) {
        self.id = Array(id.utf8)
        self.since = since
        self.conditions = conditions
        self.now = now
    }

    /// The events of some logs in order of time, and the logs that could not be read.
    public func events(
        in inputs: [LogInput]
    ) async -> (events: [Event], failures: [(log: String, reason: String)]) {
        var events: [Event] = []
        var failures: [(log: String, reason: String)] = []
        for input in inputs where !Task.isCancelled {
            do throws(LogFailure) {
                events += try await self.events(in: input)
            } catch {
                failures.append((input.name, error.summary))
            }
        }
        let sorted = events.enumerated().sorted { left, right in
            let key = { (event: Event, offset: Int) in
                (event.spot.time ?? .distantPast, offset)
            }
            return key(left.element, left.offset) < key(right.element, right.offset)
        }
        return (sorted.map(\.element), failures)
    }

    private func events(in input: LogInput) async throws(LogFailure) -> [Event] {
        let clock = LogClock(of: input, now: now)
        let workers = try await BlockReader.read(input) {
            Worker()
        } _: { worker, block in
            read(block, clock, &worker)
        }
        let numbers = LineNumbers(
            workers.reduce(into: [:]) { $0.merge($1.lineCounts) { first, _ in first } })
        let found = workers.flatMap(\.events).sorted { $0.spot.isBefore($1.spot) }
        return found.prefix(Self.mostEvents).map { spot, container in
            Event(log: input.name, service: container ?? input.service, spot: numbers.spot(spot))
        }
    }

    private func read(_ block: LineBlock, _ clock: LogClock, _ worker: inout Worker) {
        let (lines, isThere) = block.bytes.withUnsafeBufferPointer { bytes in
            (bytes.lineFeeds(in: block.lines), place(in: bytes, block.lines) != nil)
        }
        worker.lineCounts[block.number] = lines
        guard isThere else { return }
        let times = BlockTimes(block, clock: clock)
        BlockEvents.forEach(in: block) { event in
            let isThere = block.bytes.withUnsafeBufferPointer { place(in: $0, event.lines) != nil }
            guard isThere, worker.events.count < Self.mostEvents else { return }
            let line = LogLine(block.bytes[event.first])
            let time = times.time(of: line, at: event.first)
            guard counts(line, time) else { return }
            let spot = BlockSpot(
                block: block.number, line: event.number, time: time,
                text: LogSpot.text(of: block.bytes[event.lines]))
            worker.events.append((spot, line.container))
        }
    }

    private func counts(_ line: LogLine, _ time: Date?) -> Bool {
        if let since, let time, time < since { return false }
        if conditions.isEmpty { return true }
        guard let fields = line.fields else { return false }
        return conditions.allSatisfy { $0.isMet(by: fields) }
    }

    /// Where the id stands in a range with neither letter nor digit around it.
    private func place(in bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Int? {
        var rest = range
        while let place = ByteWindow.first(id, in: bytes, rest) {
            let end = place + id.count
            let isApart =
                (place == range.lowerBound || !bytes[place - 1].isOfIdentifier)
                && (end == range.upperBound || !bytes[end].isOfIdentifier)
            if isApart { return place }
            rest = place + 1..<range.upperBound
        }
        return nil
    }
}

extension UInt8 {
    /// Whether it would make an id next to it a longer one.
    fileprivate var isOfIdentifier: Bool { isLetter || isDigit }
}
