import Dispatch
import Machine

/// A call into the system that may never return, as a look at a dead network mount does not.
enum BlockingCall {
    /// What is said of a disk that gave no answer.
    static func silence(of limit: Duration) -> String {
        "did not answer within \(limit.shortText): its disk hangs"
    }

    /// What the call gives; `nil` where it took longer than the limit or the task was cancelled.
    ///
    /// Nothing can end such a call, so that its thread is left behind then.
    static func value<Value: Sendable>(
        within limit: Duration, on clock: any WorldClock, of call: @escaping @Sendable () -> Value
    ) async -> Value? {
        // Not on the few threads that tasks share, which must never block.
        let answer = SharedAnswer {
            await withCheckedContinuation { continuation in
                DispatchQueue.global().async { continuation.resume(returning: call()) }
            }
        }
        return await clock.result(within: limit) { await answer.value() } ?? nil
    }
}
