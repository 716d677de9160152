/// Puts bytes that come in pieces together to blocks of whole lines.
struct LineAssembler {
    private var bytes: [UInt8] = []
    private var count = 0
    private var isStart = true

    private static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

    /// Takes bytes; gives a block once there are enough lines.
    mutating func add(_ piece: some Collection<UInt8>) -> LineBlock? {
        bytes += piece
        return bytes.count >= LineBlock.size ? block(isLast: false) : nil
    }

    /// The rest, behind the last bytes.
    mutating func finish() -> LineBlock? { bytes.isEmpty ? nil : block(isLast: true) }

    private mutating func block(isLast: Bool) -> LineBlock? {
        let lineEnd = bytes.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 }
        let isTooLong = bytes.count >= LineBlock.longestLine
        guard let end = isLast || isTooLong && lineEnd == nil ? bytes.count : lineEnd else {
            return nil
        }
        let rest = Array(bytes[end...])
        let start = isStart && bytes.starts(with: Self.byteOrderMark) ? 3 : 0
        isStart = false
        let block = LineBlock(bytes: bytes, lines: start..<end, number: count)
        bytes = rest
        count += 1
        return block
    }
}
