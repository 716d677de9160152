import Foundation
import Synchronization

/// Runs work that can't be stopped at any moment, on a thread that is left behind where need be.
///
/// `Regex` looks for no cancellation, and some expressions take longer than anyone waits.
enum Uninterruptible {
    /// Tells the work that nobody waits for it any more.
    final class Stop: Sendable {
        private let isAsked = Atomic(false)

        /// Whether the work should end.
        var isSet: Bool { isAsked.load(ordering: .relaxed) }

        /// Asks the work to end.
        func set() { isAsked.store(true, ordering: .relaxed) }
    }

    /// What waits for the work, resumed once.
    private final class Waiting<Value: Sendable>: Sendable {
        private enum State {
            case early
            case waiting(CheckedContinuation<Value?, Never>)
            case over
        }

        private let state = Mutex(State.early)

        /// Starts to wait; `false` where it is over already.
        func enter(_ continuation: CheckedContinuation<Value?, Never>) -> Bool {
            let isEarly = state.withLock { state in
                guard case .early = state else { return false }
                state = .waiting(continuation)
                return true
            }
            if !isEarly { continuation.resume(returning: nil) }
            return isEarly
        }

        func finish(_ value: sending Value?) {
            let waiting = state.withLock { state -> CheckedContinuation<Value?, Never>? in
                defer { state = .over }
                guard case .waiting(let continuation) = state else { return nil }
                return continuation
            }
            waiting?.resume(returning: value)
        }
    }

    /// What the work gives; `nil` as soon as the waiting task is cancelled.
    static func value<Value: Sendable>(
        _ work: @escaping @Sendable (Stop) -> Value
    ) async -> Value? {
        let stop = Stop()
        let waiting = Waiting<Value>()
        return await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                guard waiting.enter(continuation) else { return }
                Thread { waiting.finish(work(stop)) }.start()
            }
        } onCancel: {
            stop.set()
            waiting.finish(nil)
        }
    }
}
