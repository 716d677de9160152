import Foundation
import Synchronization

/// A clock that stands still until a test moves it.
public final class FakeClock: WorldClock {
    private struct Sleeper {
        let identity: Int
        let wakesAt: Duration
        let continuation: CheckedContinuation<Void, any Error>
    }

    private struct State {
        var uptime: Duration = .zero
        var sleepers: [Sleeper] = []
        var slept: [Duration] = []
        var nextIdentity = 0
    }

    private let start: Date
    private let advancesItself: Bool
    private let state = Mutex(State())

    /// Makes a clock.
    ///
    /// - Parameters:
    ///   - start: the time of day at uptime zero; 2026-01-01T00:00:00Z unless told.
    ///   - advancesItself: whether a sleep returns at once with the time moved on by its length.
    public init(
        now start: Date = Date(timeIntervalSince1970: 1_767_225_600), advancesItself: Bool = true
    ) {
        self.start = start
        self.advancesItself = advancesItself
    }

    /// The time of day, moved on with the uptime.
    public var now: Date { start.addingTimeInterval(uptime.seconds) }

    /// How far the clock was moved.
    public var uptime: Duration { state.withLock(\.uptime) }

    /// The durations that were slept for so far, in order.
    public var slept: [Duration] { state.withLock(\.slept) }

    /// How many tasks are asleep.
    public var sleeperCount: Int { state.withLock(\.sleepers.count) }

    /// Moves the time on and wakes those whose sleep is over.
    public func advance(by duration: Duration) {
        let woken = state.withLock { state in
            state.uptime += duration
            let now = state.uptime
            let due = state.sleepers.filter { $0.wakesAt <= now }
            state.sleepers.removeAll { $0.wakesAt <= now }
            return due.sorted { $0.wakesAt < $1.wakesAt }.map(\.continuation)
        }
        for continuation in woken { continuation.resume() }
    }

    /// Suspends until the clock was moved far enough, or moves it where it advances itself.
    public func sleep(for duration: Duration) async throws {
        try Task.checkCancellation()
        let identity = state.withLock { state in
            state.slept.append(duration)
            state.nextIdentity += 1
            return state.nextIdentity
        }
        if advancesItself {
            advance(by: max(duration, .zero))
            return await Task.yield()
        }
        try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                fallAsleep(identity, for: duration, continuation)
            }
        } onCancel: {
            wake(identity)
        }
    }

    /// Registers the sleeper; a task cancelled before this point must not sleep for ever.
    private func fallAsleep(
        _ identity: Int, for duration: Duration,
        _ continuation: CheckedContinuation<Void, any Error>
    ) {
        let isAsleep = state.withLock { state in
            guard duration > .zero, !Task.isCancelled else { return false }
            let wakesAt = state.uptime + duration
            state.sleepers.append(
                Sleeper(identity: identity, wakesAt: wakesAt, continuation: continuation))
            return true
        }
        guard !isAsleep else { return }
        if Task.isCancelled {
            continuation.resume(throwing: CancellationError())
        } else {
            continuation.resume()
        }
    }

    private func wake(_ identity: Int) {
        let sleeper = state.withLock { state -> Sleeper? in
            let place = state.sleepers.firstIndex { $0.identity == identity }
            return place.map { state.sleepers.remove(at: $0) }
        }
        sleeper?.continuation.resume(throwing: CancellationError())
    }
}
