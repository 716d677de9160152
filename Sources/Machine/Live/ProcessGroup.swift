import Foundation

/// A child process and the children of its own, which share its group.
///
/// Foundation's `Process` starts every child as the leader of a new group (POSIX_SPAWN_SETPGROUP
/// in swift-corelibs-foundation), so that one signal reaches all of them.
struct ProcessGroup {
    /// The process id of the leader, which is the group's id too.
    let leader: pid_t
    /// The leader's exit code once it has ended, 128 plus the signal that ended it.
    private(set) var exitCode: Int32?

    /// Makes a group whose leader runs.
    init(leader: pid_t) {
        self.leader = leader
    }

    /// Whether anything in the group still runs.
    var isAlive: Bool {
        guard exitCode != nil else { return true }
        // Orphans of the group are this process's own where it adopts them (``StartedPrograms``):
        // ended and not taken away, they would count as running.
        while waitpid(-leader, nil, WNOHANG) > 0 {}
        return kill(-leader, 0) == 0
    }

    /// Notes the end of the leader as Foundation saw it.
    mutating func leaderEnded(exitCode: Int32) {
        self.exitCode = self.exitCode ?? exitCode
    }

    /// Asks the system whether the leader has ended, and takes its status away if so.
    ///
    /// Foundation notices the end of a child by the closing of a socket that the child's own
    /// children inherit: while one of those lives on, no termination handler is called. Where
    /// Foundation was faster there is nothing to take (ECHILD), and its handler brings the status.
    mutating func look() {
        guard exitCode == nil else { return }
        var status: Int32 = 0
        guard waitpid(leader, &status, WNOHANG) == leader else { return }
        let signal = status & 0x7f
        exitCode = signal == 0 ? (status >> 8) & 0xff : 128 + signal
    }

    /// Sends the signal to everything in the group.
    func send(_ signal: Int32) {
        // Where there is no such group the leader is signalled alone, unless it has ended: its id
        // may be another process's by then.
        if kill(-leader, signal) != 0, exitCode == nil { _ = kill(leader, signal) }
    }
}
