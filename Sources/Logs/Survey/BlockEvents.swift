/// An event of a log by its place in a block: a line with those that continue it, such as a stack
/// trace.
struct BlockEvent {
    /// Its first line, without its end.
    var first: Range<Int>
    /// All its lines.
    var lines: Range<Int>
    /// How many lines stand in front of it in the block.
    var number: Int
}

/// Goes through the events of a block.
///
/// What continues a line of another block starts an event of its own.
enum BlockEvents {
    /// Calls a function with each event.
    static func forEach(in block: LineBlock, _ body: (BlockEvent) -> Void) {
        var number = 0
        var current: (event: BlockEvent, continuation: Continuation?)?
        var start = block.lines.lowerBound
        while start < block.lines.upperBound {
            let (line, end) = block.bytes.withUnsafeBufferPointer { bytes in
                let end = bytes.lineEnd(at: start, upTo: block.lines.upperBound)
                return (bytes.contentOfLine(start..<end), end)
            }
            if var (event, continuation) = current, !startsWithTime(block.bytes, line) {
                // Most lines start an event, so that this is asked of few.
                var state = continuation ?? Continuation(LogLine(block.bytes[event.first]))
                let isTaken = state.takes(LogLine(block.bytes[line]))
                continuation = state
                if isTaken {
                    event.lines = event.lines.lowerBound..<end
                    current = (event, continuation)
                    number += 1
                    start = end
                    continue
                }
            }
            if let current { body(current.event) }
            current = (BlockEvent(first: line, lines: start..<end, number: number), nil)
            number += 1
            start = end
        }
        if let current { body(current.event) }
    }

    /// Whether a line surely starts an event: it has a time in front, and not the engine's, which
    /// all lines have.
    private static func startsWithTime(_ bytes: [UInt8], _ line: Range<Int>) -> Bool {
        bytes.withUnsafeBufferPointer { bytes in
            let text = UnsafeBufferPointer(rebasing: bytes[line])
            guard let first = text.first, first.isDigit || first == UInt8(ascii: "[") else {
                return false
            }
            let hasEngineTime =
                text.count > 29 && text[10] == UInt8(ascii: "T") && text[19] == UInt8(ascii: ".")
                && text[29] == UInt8(ascii: "Z")
            return !hasEngineTime && HeadTime.end(in: text, at: 0) != nil
        }
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// A line without its end.
    func contentOfLine(_ line: Range<Int>) -> Range<Int> {
        var end = line.upperBound
        if end > line.lowerBound, self[end - 1] == UInt8(ascii: "\n") { end -= 1 }
        if end > line.lowerBound, self[end - 1] == UInt8(ascii: "\r") { end -= 1 }
        return line.lowerBound..<end
    }
}
