import Foundation

/// The most events within one minute.
struct Burst: Sendable {
    private(set) var peak = 0
    private var minute = 0
    private var count = 0

    /// So many events within a minute are a burst, if they are half of all.
    private static let least = 10

    /// Adds an event; those of one minute come one after the other.
    mutating func add(_ time: Date) {
        let minute = Int(max(-1e11, min(time.timeIntervalSince1970, 1e11)) / 60)
        if minute != self.minute {
            self.minute = minute
            count = 0
        }
        count += 1
        peak = max(peak, count)
    }

    /// Adds what another thread saw.
    mutating func join(_ other: Burst) {
        peak = max(peak, other.peak)
        if minute == other.minute { peak = max(peak, count + other.count) }
    }

    /// Whether most of the events came at once, of a log that is longer than that.
    func isBurst(of total: Int, from first: Date?, to last: Date?) -> Bool {
        guard let first, let last, last.timeIntervalSince(first) > 0 else { return false }
        return peak >= Self.least && peak * 2 >= total
    }
}
