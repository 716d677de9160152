/// What runs in a hostile network came to.
struct HostileNetworkTally {
    /// How many runs there were.
    private(set) var cases = 0
    /// The cases whose run did not end.
    private(set) var hangs: [String] = []
    /// The cases whose run told a secret, and where.
    private(set) var leaks: [String] = []
    /// The cases whose run took too much memory, and how much.
    private(set) var gluttons: [String] = []
    /// How long a probe, and a whole run, took beyond the time-out, in milliseconds.
    private var overrun = 0
    private var wholeOverrun = 0
    private var peak = 0

    /// In kilobytes.
    private static let memoryLimit = 100 << 10
    /// What tells a hang from an end, in seconds: far more than the time-out of one.
    private static let hangLimit = 15.0

    /// Counts a run in, with those of its texts that hold a secret.
    mutating func count(
        _ run: HostileNetwork.Run, of row: HostileNetworkCase, leaks texts: [String]
    ) {
        cases += 1
        peak = max(peak, run.peakKilobytes)
        wholeOverrun = max(wholeOverrun, Int(run.seconds * 1000) - 1000)
        if run.exitCode == nil || run.seconds > Self.hangLimit { hangs.append(row.name) }
        if let text = texts.first { leaks.append("\(row.name): \(text)") }
        if run.peakKilobytes > Self.memoryLimit {
            gluttons.append("\(row.name): \(run.peakKilobytes) KB")
        }
    }

    /// Counts in how long a probe took beyond its time-out of one second, and tells of it.
    mutating func count(_ probe: VerdictDocument.Probe, of row: HostileNetworkCase) {
        overrun = max(overrun, probe.durationMilliseconds - 1000)
        print("  \(row.name): \(probe.outcome), \(probe.observed.prefix(100))")
    }

    /// All of it on one line.
    var summary: String {
        "hostile network: \(cases) cases, hangs \(hangs.count), leaks \(leaks.count), "
            + "worst overrun \(overrun) ms (\(wholeOverrun) ms with the program's start and end), "
            + "peak \(peak >> 10) MB"
    }
}
