import Synchronization

/// An answer that is asked for once, however many wait for it.
///
/// A waiter that is cancelled stops waiting at once; when the last one has left, the asking is
/// cancelled too and the next waiter starts it anew.
final class SharedAnswer<Value: Sendable>: Sendable {
    private struct State {
        var value: Value?
        var asking: Task<Void, Never>?
        /// Counts the askings, so that one that was given up can't answer for its successor.
        var round = 0
        var nextWaiter = 0
        var waiters: [Int: CheckedContinuation<Value?, Never>] = [:]
        /// Those who were cancelled before they began to wait.
        var absent: Set<Int> = []
    }

    private let state = Mutex(State())
    private let ask: @Sendable () async -> Value

    /// Makes an answer that is asked for when somebody waits.
    init(_ ask: @escaping @Sendable () async -> Value) { self.ask = ask }

    /// The answer; `nil` where the waiting task was cancelled before it came.
    func value() async -> Value? {
        let waiter = state.withLock { state in
            state.nextWaiter += 1
            return state.nextWaiter
        }
        return await withTaskCancellationHandler {
            await withCheckedContinuation { enter(waiter, $0) }
        } onCancel: {
            leave(waiter)
        }
    }

    private func enter(_ waiter: Int, _ continuation: CheckedContinuation<Value?, Never>) {
        let present: Value?? = state.withLock { state in
            if let value = state.value { return .some(value) }
            if state.absent.remove(waiter) != nil { return .some(nil) }
            state.waiters[waiter] = continuation
            if state.asking == nil {
                state.round += 1
                let round = state.round
                state.asking = Task { finish(await ask(), round: round) }
            }
            return .none
        }
        if let present { continuation.resume(returning: present) }
    }

    private func finish(_ value: Value, round: Int) {
        let waiters = state.withLock { state in
            guard state.round == round, state.asking != nil else {
                return [CheckedContinuation<Value?, Never>]()
            }
            state.value = value
            defer { state.waiters = [:] }
            return Array(state.waiters.values)
        }
        for waiter in waiters { waiter.resume(returning: value) }
    }

    private func leave(_ waiter: Int) {
        var abandoned: Task<Void, Never>?
        let continuation = state.withLock { state -> CheckedContinuation<Value?, Never>? in
            guard state.value == nil else { return nil }
            guard let continuation = state.waiters.removeValue(forKey: waiter) else {
                state.absent.insert(waiter)
                return nil
            }
            if state.waiters.isEmpty {
                abandoned = state.asking
                state.asking = nil
            }
            return continuation
        }
        // Outside the lock, for what is cancelled may wait for another answer.
        abandoned?.cancel()
        continuation?.resume(returning: nil)
    }
}
