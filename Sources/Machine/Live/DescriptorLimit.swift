import Foundation

/// How many files, pipes and sockets this process may have open (RLIMIT_NOFILE, getrlimit(2)), and
/// how much can be done at once with so many.
///
/// Running out is worse than waiting: Foundation's `Process` and its run loops trap then.
public enum DescriptorLimit {
    /// What this process needs by itself: its streams, event queues, the run loops of threads that
    /// come and go, and what is asked beside the probes.
    private static let reserve = 40
    /// What a running program needs: pipes, what Foundation watches it by, and the run loop of the
    /// thread that started it (8 are open with Swift 6.3, some more for a moment at the start).
    private static let perJob = 8
    /// What must be free for a program to be started.
    private static let perStart = 14

    /// Raises the limit, where this user may, to what so many jobs need.
    ///
    /// The children inherit it, so that it is not raised further than that.
    ///
    /// - Returns: How many of the jobs can be under way at once, at least one.
    public static func jobs(wanted: Int) -> Int {
        var limit = rlimit()
        guard getrlimit(kind, &limit) == 0 else { return wanted }
        let needed = rlim_t(reserve + max(0, wanted) * perJob)
        if limit.rlim_cur < needed, limit.rlim_cur < limit.rlim_max {
            var raised = limit
            raised.rlim_cur = min(needed, limit.rlim_max)
            if setrlimit(kind, &raised) == 0 { limit = raised }
        }
        // Unlimited is more than any signed number holds.
        let room = Int(clamping: limit.rlim_cur) - reserve
        return max(1, min(wanted, room / perJob))
    }

    /// Closes what is open beyond the limit: it was inherited from a process that had a higher one,
    /// is of no use here, and keeps every program from being started, for posix_spawn(3) refuses to
    /// close descriptors in the child that are no valid ones.
    public static func closeUnreachable() {
        var limit = rlimit()
        guard getrlimit(kind, &limit) == 0 else { return }
        let names = (try? LiveFileSystem().list("/dev/fd")) ?? []
        for descriptor in names.compactMap({ Int32($0) }) where descriptor >= 0 {
            if UInt64(descriptor) >= UInt64(limit.rlim_cur) { _ = close(descriptor) }
        }
    }

    /// Whether a program can be started now without running out; asked within ``Launch/turn``.
    static var hasRoomToStart: Bool {
        var copies: [Int32] = []
        defer { for copy in copies { _ = close(copy) } }
        for _ in 0..<perStart {
            let copy = fcntl(STDIN_FILENO, F_DUPFD_CLOEXEC, 0)
            if copy >= 0 { copies.append(copy) } else { return errno != EMFILE && errno != ENFILE }
        }
        return true
    }

    #if canImport(Darwin)
        private static let kind = RLIMIT_NOFILE
    #else
        private static let kind = __rlimit_resource_t(RLIMIT_NOFILE.rawValue)
    #endif
}
