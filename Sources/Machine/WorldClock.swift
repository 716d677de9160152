import Foundation

/// Tells the time and waits; monotonic for durations, so that a clock set back changes nothing.
public protocol WorldClock: Sendable {
    /// The time of day.
    var now: Date { get }
    /// The time since some fixed moment, never going back.
    var uptime: Duration { get }
    /// Waits for the duration or until the task is cancelled.
    func sleep(for duration: Duration) async throws
}
