import Foundation

/// A place in a log with what stands there.
public struct LogSpot: Sendable, Hashable {
    /// The number of the line in its log, counted from 1.
    public var line: Int
    /// When the line or the last one before it that tells a time was written.
    public var time: Date?
    /// The line, and what continues it where it starts an event, as far as it is worth showing.
    public var text: String

    /// The most bytes that are kept of an event.
    static let longestText = 4096
    /// The most lines that are kept of one.
    static let mostLines = 40

    /// The text of lines of a block.
    static func text(of bytes: ArraySlice<UInt8>) -> String {
        var kept = bytes.prefix(longestText)
        while let last = kept.last, last == UInt8(ascii: "\n") || last == UInt8(ascii: "\r") {
            kept.removeLast()
        }
        let lines = kept.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
            .prefix(mostLines)
        return lines.map { LogLine($0).string }.joined(separator: "\n")
    }
}

/// A place in a log while the log is still being read: the number of its line is known in the block
/// only.
struct BlockSpot: Sendable {
    var block: Int
    var line: Int
    var time: Date?
    var text: String

    /// Whether it stands in front of another place.
    func isBefore(_ other: BlockSpot) -> Bool {
        (block, line) < (other.block, other.line)
    }
}

/// How often something was found, and where first and last.
struct SpotTally: Sendable {
    var count: Int
    var first: BlockSpot
    var last: BlockSpot

    /// Adds what was found elsewhere in the same log.
    mutating func join(_ other: SpotTally) {
        count += other.count
        if other.first.isBefore(first) { first = other.first }
        if last.isBefore(other.last) { last = other.last }
    }
}
