import Foundation
import Synchronization

/// Turns the first Ctrl-C or SIGTERM into a cancellation, so that children are ended and what is
/// known is told; the second ends the program at once.
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
    private nonisolated(unsafe) static let listeners = [SIGINT, SIGTERM].map { number in
        signal(number, SIG_IGN)
        let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
        source.setEventHandler { interrupt() }
        source.resume()
        return source
    }

    /// Whether a signal came.
    static var happened: Bool { state.withLock { $0.count > 0 } }

    /// Listens from now on, even if nothing runs yet.
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

    private static func interrupt() {
        let (isFirst, tasks) = state.withLock { state in
            state.count += 1
            return (state.count == 1, Array(state.tasks.values))
        }
        if !isFirst {
            cleanUp()
            _exit(ExitCode.interrupted.rawValue)
        }
        for cancel in tasks { cancel() }
    }
}
