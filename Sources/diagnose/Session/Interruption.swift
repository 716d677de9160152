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

    /// Listens from the first use to the end: on Linux a signal whose source has gone and come again
    /// stays ignored.
    ///
    /// Not Sendable, yet nobody touches them once they are made.
    private nonisolated(unsafe) static let listeners = signals.map { number in
        // Handled, not ignored, for children inherit what is ignored (execve(2)).
        signal(number) { _ in }
        let source = DispatchSource.makeSignalSource(
            signal: number, queue: .global(qos: .userInteractive))
        source.setEventHandler { interrupt(atOnce: number == SIGQUIT) }
        source.resume()
        return source
    }

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
