import Foundation

/// The two ends of a pipe, neither of which any other child inherits.
///
/// Foundation's `Pipe` is not used because running out of descriptors traps in it.
struct OutputPipe {
    /// The end that this process reads.
    let reading: Int32
    /// The end that the program writes.
    let writing: Int32

    /// Opens a pipe; `nil` where the system has no descriptor left.
    ///
    /// Another child that inherited the writing end would keep the end of the output from being
    /// seen. Programs are started one at a time, so none starts between the opening and the marks.
    init?() {
        var ends: [Int32] = [-1, -1]
        guard pipe(&ends) == 0 else { return nil }
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        (reading, writing) = (ends[0], ends[1])
    }

    /// Closes the program's end, so that the end of its output is seen.
    func closeWriting() {
        _ = Foundation.close(writing)
    }

    /// Closes both ends.
    func close() {
        closeWriting()
        _ = Foundation.close(reading)
    }
}
