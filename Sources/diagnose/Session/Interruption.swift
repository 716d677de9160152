import Foundation
import Machine
import Synchronization

/// Turns the first Ctrl-C, SIGTERM or end of the terminal (SIGHUP) into a cancellation, so that
/// children are ended and what is known is told; the second, or Ctrl-\, ends the program at once, and
/// its children with it.
enum Interruption {
    private struct State {
        var count = 0
        var lastNumber = 0
        var tasks: [Int: @Sendable () -> Void] = [:]
        var cleanups: [@Sendable () -> Void] = []
    }

    private static let state = Mutex(State())

    /// Where the handler of signals writes which one came; written once, before there is a handler,
    /// and only read from then on, which is why nobody need guard it.
    private nonisolated(unsafe) static var waking: Int32 = -1

    /// Listens from the first use to the end.
    ///
    /// Each signal counts once: the handler writes a byte into a pipe (signal-safety(7)), and a thread
    /// reads it. A signal source of Dispatch was seen to tell one signal twice (Swift 6.3.1, Linux).
    private static let listeners: Void = {
        var ends: [Int32] = [-1, -1]
        guard pipe(&ends) == 0 else { return }
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        let reading = ends[0]
        waking = ends[1]
        Thread {
            var number: UInt8 = 0
            while true {
                guard read(reading, &number, 1) == 1 else { continue }
                interrupt(atOnce: Int32(number) == SIGQUIT)
            }
        }.start()
        for number in signals {
            // Handled, not ignored, for children inherit what is ignored (execve(2)).
            signal(number) { number in
                let before = errno
                var byte = UInt8(truncatingIfNeeded: number)
                _ = write(Interruption.waking, &byte, 1)
                errno = before
            }
        }
    }()

    /// What is listened for; the end of the terminal only where nobody asked to overlook it, as
    /// nohup(1) does.
    private static var signals: [Int32] {
        let before = signal(SIGHUP, SIG_IGN)
        let isIgnored = unsafeBitCast(before, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self)
        return [SIGINT, SIGTERM, SIGQUIT] + (isIgnored ? [] : [SIGHUP])
    }

    /// Whether a signal came.
    static var happened: Bool { state.withLock { $0.count > 0 } }

    /// Listens from now on; until something runs that can be cancelled, the first signal ends the
    /// program.
    static func listen() { _ = listeners }

    /// Has something done at the end of the program, be it that a second signal ends it at once.
    static func atEnd(_ cleanup: @escaping @Sendable () -> Void) {
        state.withLock { $0.cleanups.append(cleanup) }
    }

    /// Does what is to be done at the end.
    static func cleanUp() {
        for cleanup in state.withLock({ $0.cleanups }) { cleanup() }
    }

    /// Runs the operation, cancelling it when a signal comes.
    static func cancelling<Result: Sendable>(
        _ operation: @escaping @Sendable () async -> Result
    ) async -> Result {
        _ = listeners
        let task = Task { await operation() }
        let number = state.withLock { state in
            state.lastNumber += 1
            state.tasks[state.lastNumber] = { task.cancel() }
            return state.lastNumber
        }
        defer { state.withLock { $0.tasks[number] = nil } }
        // One signal ends everything that the call still has before it.
        if happened { task.cancel() }
        return await task.value
    }

    private static func interrupt(atOnce isAtOnce: Bool) {
        let (endsNow, tasks) = state.withLock { state in
            state.count += 1
            // As long as nothing was begun, nothing is known that could be told.
            let endsNow = isAtOnce || state.count > 1 || state.lastNumber == 0
            return (endsNow, Array(state.tasks.values))
        }
        if endsNow {
            StartedPrograms.endAll(atOnce: true)
            cleanUp()
            _exit(ExitCode.interrupted.rawValue)
        }
        for cancel in tasks { cancel() }
    }
}
