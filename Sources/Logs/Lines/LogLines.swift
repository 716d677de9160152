/// The lines of a log, without their ends.
public struct LogLines: Sequence, IteratorProtocol, Sendable {
    private let bytes: [UInt8]
    private var position: Int

    /// Reads lines that end with a line feed, be it behind a carriage return; a byte order mark in
    /// front is left out.
    public init(_ bytes: [UInt8]) {
        self.bytes = bytes
        position = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    }

    /// The next line; `nil` behind the last.
    public mutating func next() -> ArraySlice<UInt8>? {
        guard position < bytes.count else { return nil }
        let start = position
        let end = bytes.withUnsafeBufferPointer {
            $0.offset(of: UInt8(ascii: "\n"), in: start..<$0.count) ?? $0.count
        }
        position = end + 1
        let line = bytes[start..<end]
        return line.last == UInt8(ascii: "\r") ? line.dropLast() : line
    }
}

extension LogLines {
    /// How many line feeds a text has.
    public static func count(in bytes: [UInt8]) -> Int {
        bytes.withUnsafeBufferPointer { $0.lineFeeds(in: $0.indices) }
    }

    /// The time of the last line that tells one, among some lines at the end; `nil` where none
    /// does.
    public static func lastTime(in bytes: [UInt8], lookingAt limit: Int) -> LogTime? {
        var end = bytes.endIndex
        for _ in 0..<limit where end > 0 {
            let start = bytes[..<end].lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
            if start < end {
                let line = LogLine(bytes[start..<end])
                if let time = line.received.map(LogTime.moment) ?? line.time { return time }
            }
            end = start > 0 ? start - 1 : 0
        }
        return nil
    }
}
