import Foundation

/// One output of a program, of which the first bytes are kept.
///
/// It is read on past its bound, because a full pipe would stop the program.
struct CommandOutput {
    private let descriptor: Int32
    private let limit: Int
    /// The bytes kept so far.
    private(set) var bytes: [UInt8] = []
    /// Whether bytes were thrown away.
    private(set) var isTruncated = false
    /// Takes the bytes instead of their being kept, and tells whether to go on.
    private let sink: (@Sendable ([UInt8]) -> Bool)?
    /// Whether the sink wants no more.
    private(set) var isRefused = false
    /// Whether every writer has closed the pipe.
    private(set) var isAtEnd = false

    /// How much is read before the next look at the clock, in bytes.
    private static let chunk = 64 << 10

    /// Reads from the descriptor and keeps as many bytes as the limit says.
    init(descriptor: Int32, limit: Int, sink: (@Sendable ([UInt8]) -> Bool)? = nil) {
        self.descriptor = descriptor
        self.limit = max(0, limit)
        self.sink = sink
    }

    /// What to wait for with poll(2), which overlooks a negative descriptor.
    var waiting: pollfd {
        pollfd(fd: isAtEnd ? -1 : descriptor, events: Int16(POLLIN), revents: 0)
    }

    /// Reads a chunk, once poll(2) has said that this does not block.
    mutating func readChunk() {
        withUnsafeTemporaryAllocation(byteCount: Self.chunk, alignment: 1) { buffer in
            let count = read(descriptor, buffer.baseAddress, buffer.count)
            if count > 0, let sink {
                if !isRefused { isRefused = !sink(Array(buffer[..<count])) }
            } else if count > 0 {
                let room = limit - bytes.count
                bytes.append(contentsOf: buffer[..<count].prefix(room))
                isTruncated = isTruncated || count > room
            } else if count == 0 || (errno != EAGAIN && errno != EINTR) {
                isAtEnd = true
            }
        }
    }
}
