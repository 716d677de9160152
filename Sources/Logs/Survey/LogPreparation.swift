import Catalog
import Foundation
import Synchronization

/// What is learnt from the first lines of a log and then known to all who read it.
struct PreparedLog: Sendable {
    /// Finds the signatures.
    var matcher: SignatureMatcher
    /// The heads of the lines.
    var layouts: HeadLayouts
    /// Turns times into moments.
    var clock: LogClock

    init(_ query: LogQuery, clock: LogClock, sample block: LineBlock) {
        let lines = block.bytes[block.lines]
        // A search that is made for one block is not worth its making.
        matcher = SignatureMatcher(
            query.signatures, sample: lines.count < Self.leastSample ? [] : lines)
        layouts = query.groupsUnknown ? HeadLayouts(learningFrom: block) : HeadLayouts()
        self.clock = clock
    }

    /// Shorter logs are read as fast without preparation, in bytes.
    private static let leastSample = 64 << 10
}

/// Prepares once, by whichever block comes first; others wait for that.
final class LogPreparation: Sendable {
    private let query: LogQuery
    private let clock: LogClock
    private let prepared = Mutex<PreparedLog?>(nil)

    init(_ query: LogQuery, clock: LogClock) {
        self.query = query
        self.clock = clock
    }

    /// What was learnt, from this block if from none before.
    func prepared(by block: LineBlock) -> PreparedLog {
        prepared.withLock { prepared in
            if let prepared { return prepared }
            let new = PreparedLog(query, clock: clock, sample: block)
            prepared = new
            return new
        }
    }
}
