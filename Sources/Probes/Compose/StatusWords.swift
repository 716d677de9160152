/// What the engine's words for a container's state tell.
struct StatusWords {
    /// The state as a single word, where the list has no field for it.
    var state: String
    /// The number in `Exited (137) 3 seconds ago`.
    var exitCode: Int?
    /// The word in `Up 4 seconds (healthy)`.
    var health: String?
    /// For how long it has been up, in seconds; roughly, as the engine words it.
    var uptime: Int?

    private static let seconds = [
        "second": 1, "seconds": 1, "minute": 60, "minutes": 60, "hour": 3600, "hours": 3600,
        "day": 86_400, "days": 86_400, "week": 604_800, "weeks": 604_800, "month": 2_592_000,
        "months": 2_592_000, "year": 31_536_000, "years": 31_536_000,
    ]

    /// Reads the words, such as `Up 4 seconds (healthy)`.
    init(_ status: String) {
        let words = status.split(separator: " ").map(String.init)
        let first = words.first ?? ""
        state = first == "Up" ? "running" : first.lowercased()
        let inner = status.firstIndex(of: "(").map { opening in
            String(status[status.index(after: opening)...].prefix { $0 != ")" })
        }
        if first == "Up" {
            switch inner {
            case "healthy", "unhealthy": health = inner
            case "health: starting": health = "starting"
            default: health = nil
            }
            uptime = Self.uptime(words.dropFirst().prefix { !$0.hasPrefix("(") })
            if inner == "Paused" { state = "paused" }
        } else {
            exitCode = inner.flatMap { Int($0) }
        }
    }

    /// `4 seconds`, `About a minute`, `About an hour`, `Less than a second`
    private static func uptime(_ words: ArraySlice<String>) -> Int? {
        if words.first == "Less" { return 0 }
        guard let unit = words.last.flatMap({ seconds[$0] }) else { return nil }
        guard let count = words.compactMap({ Int($0) }).first else { return unit }
        let (uptime, isTooLong) = count.multipliedReportingOverflow(by: unit)
        return isTooLong ? nil : uptime
    }
}
