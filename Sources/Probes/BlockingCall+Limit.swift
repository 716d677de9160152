import Machine

extension BlockingCall {
    /// What is said of a disk that gave no answer.
    static func silence(of limit: Duration) -> String {
        "did not answer within \(limit.shortText): its disk hangs"
    }

    /// What a call gives that may never return, as a look at a dead network mount does not; `nil`
    /// where it took longer than the limit or the task was cancelled.
    static func value<Value: Sendable>(
        within limit: Duration, on clock: any WorldClock, of call: @escaping @Sendable () -> Value
    ) async -> Value? {
        await clock.result(within: limit) { await valueUnlessCancelled(of: call) } ?? nil
    }
}
