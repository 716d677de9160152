import Foundation

/// Tells when the lines of a block were written.
struct BlockTimes {
    private let block: LineBlock
    private let clock: LogClock
    /// Up to where lines were counted, and how many there are.
    private var counted: (place: Int, lines: Int)

    /// How many lines in front of one without a time are asked for theirs.
    private static let lookback = 60

    init(_ block: LineBlock, clock: LogClock) {
        self.block = block
        self.clock = clock
        counted = (block.lines.lowerBound, 0)
    }

    /// When a line was written: as it says, as the engine says, or as the line that it continues
    /// says.
    func time(of place: Range<Int>) -> Date? {
        var line = place
        for _ in 0..<Self.lookback {
            if let time = ownTime(of: LogLine(block.bytes[line])) { return time }
            guard line.lowerBound > block.lines.lowerBound else { return nil }
            let end = line.lowerBound - 1
            let range = block.lines.lowerBound..<end
            line = block.bytes.withUnsafeBufferPointer {
                $0.line(around: max(end - 1, range.lowerBound), in: range)
            }
        }
        return nil
    }

    /// When a line was written that was taken apart already.
    func time(of line: LogLine, at place: Range<Int>) -> Date? {
        ownTime(of: line) ?? time(of: place)
    }

    private func ownTime(of line: LogLine) -> Date? {
        (line.received.map(LogTime.moment) ?? line.time).map(clock.moment)
    }

    /// A line as a place; of lines asked one after the other only the bytes between are counted.
    mutating func spot(of line: Range<Int>) -> BlockSpot {
        if line.lowerBound < counted.place { counted = (block.lines.lowerBound, 0) }
        let between = counted.place..<line.lowerBound
        counted.lines += block.bytes.withUnsafeBufferPointer { $0.lineFeeds(in: between) }
        counted.place = line.lowerBound
        return BlockSpot(
            block: block.number, line: counted.lines, time: time(of: line),
            text: LogSpot.text(of: block.bytes[line]))
    }
}
