import Adoption
import Foundation
import Synchronization

/// All programs that this process has started and that still run, so that none outlives it.
///
/// A program is ended as a group when its time is up. What has left its group (setsid(2), or a shell
/// with job control) is out of reach of that; on Linux it becomes a child of this process when its
/// parent ends, by ``adopt()``, and is ended with the run. What a kill (SIGKILL) of this process
/// itself leaves is nobody's: Foundation's `Process` can't ask for PR_SET_PDEATHSIG, but such
/// programs read the end of their input and write into closed pipes.
public enum StartedPrograms {
    private struct State {
        /// The leaders of the groups that run.
        var leaders: Set<pid_t> = []
        /// Whether anything was ever started.
        var hasStarted = false
        /// Whether nothing is to be started any more.
        var isClosed = false
        /// Whether a program was allowed to leave others behind, so that nobody can tell strays.
        var sparesStrays = false
    }

    private static let state = Mutex(State())

    /// How long what was killed is waited for; the kernel may hold it for ever.
    private static let killedGrace = Duration.seconds(1)
    /// How long to wait between two looks at what still runs, in milliseconds.
    private static let tick: Int32 = 5

    /// Makes this process the parent of what its children leave behind; to be called once at its
    /// start, by a program that ends what it has started.
    public static func adopt() {
        _ = adopt_orphans()
    }

    /// Whether programs may still be started.
    static var isOpen: Bool { state.withLock { !$0.isClosed } }

    /// Notes that a program runs.
    static func add(_ leader: pid_t, of command: Command) {
        state.withLock { state in
            state.leaders.insert(leader)
            state.hasStarted = true
            state.sparesStrays = state.sparesStrays || command.mayLeaveChildren
        }
    }

    /// Notes that a program and its group have ended.
    static func remove(_ leader: pid_t) {
        state.withLock { _ = $0.leaders.remove(leader) }
    }

    /// Ends what earlier programs have left behind, while others may still run.
    public static func endStrays() {
        end(askingFirst: true) {
            // Within the turn, for a program that was just started is noted a moment later.
            Launch.turn.withLock { _ in
                let (leaders, sparesStrays) = state.withLock { ($0.leaders, $0.sparesStrays) }
                return sparesStrays ? [] : children().subtracting(leaders)
            }
        }
    }

    /// Ends everything that was started, and lets nothing more start.
    ///
    /// - Parameter isAtOnce: Whether nothing is asked first and everything is killed.
    public static func endAll(atOnce isAtOnce: Bool = false) {
        state.withLock { $0.isClosed = true }
        awaitTurn()
        end(askingFirst: !isAtOnce) {
            let (leaders, sparesStrays) = state.withLock { ($0.leaders, $0.sparesStrays) }
            let running = leaders.filter { kill(-$0, 0) == 0 }
            return sparesStrays ? running : running.union(children())
        }
    }

    /// Waits for a program that is just being started, which is noted then; not for long, for its file
    /// may be on a disk that hangs.
    private static func awaitTurn() {
        let clock = ContinuousClock()
        let start = clock.now
        while Launch.turn.withLockIfAvailable({ _ in }) == nil, clock.now - start < killedGrace {
            _ = poll(nil, 0, tick)
        }
    }

    /// Signals what there is until nothing is left: SIGTERM, and after a while SIGKILL.
    private static func end(askingFirst: Bool, _ remaining: () -> Set<pid_t>) {
        guard state.withLock(\.hasStarted) else { return }
        let clock = ContinuousClock()
        let start = clock.now
        let grace = askingFirst ? CommandWatch.terminationGrace : .zero
        var asked: Set<pid_t> = []
        while true {
            // Those that have ended by now are only zombies, of which nobody else knows.
            let left = remaining().filter { waitpid($0, nil, WNOHANG) != $0 }
            let elapsed = clock.now - start
            if left.isEmpty || elapsed > grace + killedGrace { return }
            if elapsed >= grace {
                for child in left { send(SIGKILL, to: child) }
            } else {
                for child in left.subtracting(asked) { send(SIGTERM, to: child) }
                asked.formUnion(left)
            }
            _ = poll(nil, 0, tick)
        }
    }

    /// Signals the group of a child, or the group that it has led; never this process's own.
    private static func send(_ signal: Int32, to child: pid_t) {
        let group = getpgid(child)
        let isOwn = group == getpgrp()
        _ = kill(isOwn ? child : -(group > 0 ? group : child), signal)
    }

    /// The children of this process, adopted ones too; none where the system does not tell.
    ///
    /// They are listed by thread in `/proc/self/task/*/children` (proc(5), CONFIG_PROC_CHILDREN).
    private static func children() -> Set<pid_t> {
        let files = LiveFileSystem()
        let tasks = "/proc/self/task"
        let lists = ((try? files.list(tasks)) ?? []).compactMap { thread in
            try? files.text(of: "\(tasks)/\(thread)/children")
        }
        return Set(lists.flatMap { $0.split(separator: " ").compactMap { pid_t($0) } })
    }
}
