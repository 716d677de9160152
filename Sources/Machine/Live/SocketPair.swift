import Foundation

/// Two sockets of this machine that lead to each other, one of them for a child.
///
/// Unlike a pipe it goes both ways, and a write to one whose other end is gone brings no signal.
struct SocketPair {
    /// The end that stays here.
    let ownEnd: Int32
    /// The end that a child gets; closed here once it has it.
    let childEnd: Int32

    /// Opens a pair that no child inherits unasked; `nil` where no descriptor is left.
    init?() {
        var ends: [Int32] = [-1, -1]
        let type = SystemSocket.streamType | SystemSocket.closeOnExecute
        guard socketpair(AF_UNIX, type, 0, &ends) == 0 else { return nil }
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        (ownEnd, childEnd) = (ends[0], ends[1])
    }

    /// Closes the child's end here.
    func closeChildEnd() {
        _ = Foundation.close(childEnd)
    }

    /// Closes both ends.
    func close() {
        _ = Foundation.close(ownEnd)
        closeChildEnd()
    }
}
