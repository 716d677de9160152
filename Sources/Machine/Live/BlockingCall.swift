import Foundation
import Synchronization

/// Work that blocks, done on a thread of its own: the threads of Swift's tasks must not wait.
public enum BlockingCall {
    /// How often work that waits looks whether it is still wanted, in milliseconds.
    static let tick: Int32 = 20

    /// Whether the task that waits for some work has been cancelled.
    final class Cancellation: Sendable {
        private let flag = Atomic(false)

        /// Whether it has.
        var isCancelled: Bool { flag.load(ordering: .relaxed) }

        fileprivate func cancel() {
            flag.store(true, ordering: .relaxed)
        }
    }

    /// What the work gives; where the task is cancelled the work is told, and must end soon.
    static func value<Value: Sendable>(
        of work: @escaping @Sendable (Cancellation) -> Value
    ) async -> Value {
        let cancellation = Cancellation()
        return await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                Thread { continuation.resume(returning: work(cancellation)) }.start()
            }
        } onCancel: {
            cancellation.cancel()
        }
    }

    /// What the work gives, or `nil` where the task is cancelled first: work that cannot be told
    /// goes on then, and nobody takes what it gives.
    public static func valueUnlessCancelled<Value: Sendable>(
        of work: @escaping @Sendable () -> Value
    ) async -> Value? {
        let (values, continuation) = AsyncStream<Value>.makeStream()
        Thread {
            continuation.yield(work())
            continuation.finish()
        }.start()
        for await value in values { return value }
        return nil
    }
}
