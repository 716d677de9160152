import Foundation

/// What was found in a part of a log.
struct LogFindings: Sendable {
    /// What known errors are told apart by.
    struct KnownKey: Hashable {
        /// The signature, by its place in the query.
        var signature: Int
        /// The container that wrote it, where compose names one.
        var container: String?
    }

    /// The events of one shape.
    struct ShapeTally: Sendable {
        var spots: SpotTally
        /// The worst level of any.
        var level: LogLevel?
        var container: String?
        var burst = Burst()

        /// Counts an event.
        fileprivate mutating func add(_ level: LogLevel?, _ time: Date?) {
            spots.count += 1
            if let level { self.level = max(self.level ?? level, level) }
            if let time {
                spots.last.time = time
                burst.add(time)
            }
        }
    }

    /// The known errors.
    private(set) var known: [KnownKey: SpotTally] = [:]
    /// The shapes of the other events.
    var grouper = MessageGrouper()
    /// The events of each shape, by its number.
    private(set) var shapes: [Int: ShapeTally] = [:]
    /// How many lines have signatures.
    var matchedLines = 0
    /// Some of them.
    var lines: [BlockSpot] = []
    /// How many lines each block has.
    var lineCounts: [Int: Int] = [:]

    /// The bound on the lines that are kept.
    static let mostLines = 100_000

    /// Adds lines with a known error.
    mutating func add(_ tally: SpotTally, for key: KnownKey) {
        if known[key]?.join(tally) == nil { known[key] = tally }
    }

    /// Adds an event.
    ///
    /// - Parameter spot: Gives its place; asked for where it is the first of its shape.
    mutating func add(
        _ shape: Int, level: LogLevel?, time: Date?, container: String?, _ spot: () -> BlockSpot
    ) {
        if shapes[shape] == nil {
            let spot = spot()
            shapes[shape] = ShapeTally(
                spots: SpotTally(count: 0, first: spot, last: spot), container: container)
        }
        shapes[shape]?.add(level, time)
    }

    /// Adds what another thread found in the same log.
    mutating func join(_ other: LogFindings) {
        for (key, tally) in other.known { add(tally, for: key) }
        let numbers = grouper.join(other.grouper)
        for (shape, tally) in other.shapes {
            let number = numbers[shape]
            guard var own = shapes[number] else {
                shapes[number] = tally
                continue
            }
            let isLater = own.spots.last.isBefore(tally.spots.last)
            own.spots.join(tally.spots)
            own.level = [own.level, tally.level].compactMap(\.self).max()
            own.burst.join(tally.burst)
            if !isLater, let time = tally.spots.last.time {
                own.spots.last.time = max(own.spots.last.time ?? time, time)
            }
            shapes[number] = own
        }
        matchedLines += other.matchedLines
        lines += other.lines
        lineCounts.merge(other.lineCounts) { first, _ in first }
    }
}
