/// Some whole lines of a log, one behind the other.
public struct LineBlock: Sendable {
    /// Bytes, of which ``lines`` are the block's.
    public var bytes: [UInt8]
    /// Where its lines stand; the last may lack its end.
    public var lines: Range<Int>
    /// Which block of the log it is, counted from 0.
    public var number: Int

    /// Makes a block.
    public init(bytes: [UInt8] = [], lines: Range<Int> = 0..<0, number: Int = 0) {
        self.bytes = bytes
        self.lines = lines
        self.number = number
    }

    /// How many bytes of lines a block has, about; a half of what a core keeps near at hand.
    static let size = 256 << 10
    /// Longer lines are cut into lines of this length, so that memory stays bounded.
    static let longestLine = 16 << 20
}

/// Gives the lines of a log block by block; from several threads at once where it can.
protocol LineBlocks: Sendable {
    /// Fills a block with the next lines; `false` at the end.
    func next(_ block: inout LineBlock) throws(LogFailure) -> Bool
}

/// Why a log could not be read to its end.
public struct LogFailure: Error, Sendable, Hashable {
    /// In a few words.
    public var summary: String

    /// Makes a failure.
    public init(_ summary: String) { self.summary = summary }
}
