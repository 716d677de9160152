import Foundation

/// The system's clocks.
public struct LiveClock: WorldClock {
    /// Every clock of the process counts from the same moment, so that their times compare.
    private static let start = ContinuousClock().now

    /// Makes a clock.
    public init() {}

    /// The time of day.
    public var now: Date { Date() }

    /// The time since the first look at any live clock of this process.
    public var uptime: Duration {
        let start = Self.start
        return ContinuousClock().now - start
    }

    /// Waits for the duration.
    ///
    /// - Throws: `CancellationError` where the task is cancelled meanwhile.
    public func sleep(for duration: Duration) async throws {
        try await Task.sleep(for: duration, clock: .continuous)
    }
}
