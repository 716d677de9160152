import Dispatch
import Foundation

/// Reads one output of a program as it comes and keeps the first bytes of it.
///
/// It reads on past its bound, because a full pipe would stop the program.
final class OutputReader {
    private let descriptor: Int32
    private let limit: Int
    private let source: any DispatchSourceRead
    /// The bytes kept so far.
    private(set) var bytes: [UInt8] = []
    /// Whether bytes were thrown away.
    private(set) var isTruncated = false
    /// Whether every writer has closed the pipe, or reading was stopped.
    private(set) var isAtEnd = false

    /// How much is read between two looks at the clock, in bytes.
    private static let chunk = 64 << 10

    /// Takes over the reading end of a pipe; `whenRead` is called on the queue after each read.
    init(
        descriptor: Int32, limit: Int, queue: DispatchQueue,
        whenRead: @escaping @Sendable () -> Void
    ) {
        self.descriptor = descriptor
        self.limit = max(0, limit)
        source = DispatchSource.makeReadSource(fileDescriptor: descriptor, queue: queue)
        _ = fcntl(descriptor, F_SETFL, fcntl(descriptor, F_GETFL) | O_NONBLOCK)
        source.setEventHandler(handler: whenRead)
        // The descriptor may be closed only once the source is done with it (dispatch_source(3)).
        source.setCancelHandler { _ = close(descriptor) }
        source.resume()
    }

    /// Reads what is there, at most one chunk, so that two busy outputs take turns.
    func readIfReady() {
        guard !isAtEnd else { return }
        withUnsafeTemporaryAllocation(byteCount: Self.chunk, alignment: 1) { buffer in
            let count = read(descriptor, buffer.baseAddress, buffer.count)
            if count > 0 {
                keep(buffer[..<count])
            } else if count == 0 || (errno != EAGAIN && errno != EINTR) {
                stop()
            }
        }
    }

    /// Reads no more and closes the pipe.
    func stop() {
        guard !isAtEnd else { return }
        isAtEnd = true
        source.cancel()
    }

    private func keep(_ new: Slice<UnsafeMutableRawBufferPointer>) {
        let room = limit - bytes.count
        bytes.append(contentsOf: new.prefix(room))
        isTruncated = isTruncated || new.count > room
    }
}
