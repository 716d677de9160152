import Machine
import Synchronization

/// The blocks of a file of known size, each read by whoever asks for it.
///
/// A block's lines are those that start within its share of the file, so that nobody needs to wait
/// for anybody else.
final class FileBlocks: LineBlocks {
    private let file: any OpenedFile
    private let size: Int
    private let blockSize: Int
    private let claimed = Atomic<Int>(0)

    /// How much of the line that leaves a block is read at once.
    private static let slack = 8 << 10
    private static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

    init(_ file: any OpenedFile, size: Int, blockSize: Int = LineBlock.size) {
        self.file = file
        self.size = size
        self.blockSize = blockSize
    }

    func next(_ block: inout LineBlock) throws(LogFailure) -> Bool {
        let number = claimed.add(1, ordering: .relaxed).oldValue
        guard number * blockSize < size else { return false }
        let share = number * blockSize..<min(size, (number + 1) * blockSize)
        block.number = number
        // The byte in front tells whether a line starts right here.
        let start = max(0, share.lowerBound - 1)
        var count = try read(&block.bytes, from: start, upTo: share.upperBound + Self.slack)
        let end = min(share.upperBound - start, count)
        guard let first = firstLine(in: block.bytes, isFirst: number == 0, count), first < end
        else {
            block.lines = 0..<0
            return true
        }
        // The last line is wanted whole, however far it reaches.
        while true {
            let last = block.bytes.withUnsafeBufferPointer { $0.lineEnd(at: end - 1, upTo: count) }
            let isWhole = last < count || block.bytes[count - 1] == UInt8(ascii: "\n")
            if isWhole || start + count >= size || count - end >= LineBlock.longestLine {
                block.lines = first..<last
                return true
            }
            let more = min(size, start + count * 2)
            let known = count
            count = try read(&block.bytes, from: start, upTo: more)
            guard count > known else {
                // The file has become shorter meanwhile.
                block.lines = first..<known
                return true
            }
        }
    }

    /// Where the first line of the block starts.
    private func firstLine(in bytes: [UInt8], isFirst: Bool, _ count: Int) -> Int? {
        if isFirst { return bytes.starts(with: Self.byteOrderMark) ? 3 : 0 }
        return bytes.withUnsafeBufferPointer {
            $0.offset(of: UInt8(ascii: "\n"), in: 0..<count).map { $0 + 1 }
        }
    }

    /// Reads a part of the file to the front of some bytes, and tells how many there are.
    private func read(
        _ bytes: inout [UInt8], from start: Int, upTo end: Int
    ) throws(LogFailure) -> Int {
        let wanted = min(end, size) - start
        if bytes.count < wanted {
            bytes += [UInt8](repeating: 0, count: wanted - bytes.count)
        }
        var count = 0
        do throws(FileFailure) {
            while count < wanted {
                let received = try file.read(into: &bytes, count..<wanted, at: start + count)
                if received == 0 { break }
                count += received
            }
        } catch {
            throw LogFailure(error.summary)
        }
        return count
    }
}
