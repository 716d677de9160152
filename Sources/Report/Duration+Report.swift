extension Duration {
    /// The whole milliseconds, rounded down.
    var milliseconds: Int {
        let parts = components
        return Int(parts.seconds) * 1000 + Int(parts.attoseconds / 1_000_000_000_000_000)
    }

    /// The seconds with three places, as formats for programs want them: `1.234`.
    var secondsText: String {
        let thousandths = String(milliseconds % 1000)
        let zeros = String(repeating: "0", count: 3 - thousandths.count)
        return "\(milliseconds / 1000).\(zeros)\(thousandths)"
    }

    /// How long a run took, for a person: `35 ms` or `1.4 s`.
    var runText: String {
        milliseconds < 1000
            ? "\(milliseconds) ms" : "\(milliseconds / 1000).\(milliseconds % 1000 / 100) s"
    }
}
