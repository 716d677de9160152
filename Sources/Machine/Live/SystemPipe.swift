import Foundation

/// The two ends of a pipe, neither of which a child inherits unasked.
///
/// Foundation's `Pipe` is not used because running out of descriptors traps in it.
struct SystemPipe {
    /// The end that is read.
    let reading: Int32
    /// The end that is written.
    let writing: Int32

    /// Opens a pipe; `nil` where the system has no descriptor left.
    init?() {
        var ends: [Int32] = [-1, -1]
        guard pipe(&ends) == 0 else { return nil }
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        (reading, writing) = (ends[0], ends[1])
    }

    /// Closes the end that is written, so that the other one comes to its end.
    func closeWriting() {
        _ = Foundation.close(writing)
    }

    /// Closes the end that is read.
    func closeReading() {
        _ = Foundation.close(reading)
    }

    /// Closes both ends.
    func close() {
        closeWriting()
        closeReading()
    }
}
