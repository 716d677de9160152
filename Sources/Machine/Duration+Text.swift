extension Duration {
    /// Longer than anything lasts that is told of, and short enough to be counted in milliseconds.
    private static let longestSeconds = 1e12

    /// Makes a duration of seconds that somebody else tells, to the millisecond: what is no number
    /// becomes none at all, what is beyond all measure some 30,000 years.
    public init(clampingSeconds seconds: Double) {
        let bounded = max(-Self.longestSeconds, min(seconds, Self.longestSeconds))
        self = .milliseconds(seconds.isNaN ? 0 : Int64(bounded * 1000))
    }

    /// The duration in seconds.
    public var seconds: Double {
        let parts = components
        return Double(parts.seconds) + Double(parts.attoseconds) / 1e18
    }

    /// The duration in whole milliseconds, rounded down.
    public var wholeMilliseconds: Int { Int(seconds * 1000) }

    /// The duration as a person says it: `35 ms`, `1.4 s`, `5 s`, `3 min`, `2 h`.
    public var shortText: String {
        let milliseconds = wholeMilliseconds
        switch milliseconds {
        case ..<1000: return "\(milliseconds) ms"
        case ..<60_000:
            let tenths = milliseconds / 100
            return tenths % 10 == 0 ? "\(tenths / 10) s" : "\(tenths / 10).\(tenths % 10) s"
        case ..<7_200_000: return "\(milliseconds / 60_000) min"
        case ..<172_800_000: return "\(milliseconds / 3_600_000) h"
        default: return "\(milliseconds / 86_400_000) days"
        }
    }
}
