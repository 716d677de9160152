import Catalog
import Triage

/// A verdict as a plugin of Nagios and its kin says it: one line with performance data.
///
/// Monitoring Plugins Development Guidelines, "Plugin Output for Nagios".
public enum NagiosReport {
    /// The states of a plugin with their exit codes.
    public enum State: Int32, Sendable, Hashable, CaseIterable {
        case ok = 0
        case warning = 1
        case critical = 2
        case unknown = 3
    }

    /// The state that a verdict means: a root of low severity alone is a warning.
    public static func state(of report: RunReport) -> State {
        switch report.health {
        case .healthy: .ok
        case .inconclusive: .unknown
        case .unhealthy:
            report.verdict.problems.allSatisfy { $0.severity == .low } ? .warning : .critical
        }
    }

    /// The line.
    public static func line(of report: RunReport) -> String {
        let verdict = report.verdict
        var text = "DIAGNOSE \("\(state(of: report))".uppercased()) - \(verdict.headline)"
        if let entry = verdict.lead?.entry { text += " (\(entry.id))" }
        // A bar would start the performance data.
        text = text.printable.replacing(["|": "/"])
        return "\(text) | \(measures(of: report).joined(separator: " "))\n"
    }

    /// `label=value[unit];warn;crit;min;max`, in which a label of plain letters needs no quotes.
    private static func measures(of report: RunReport) -> [String] {
        let total = report.verdict.results.count
        return Outcome.allCases.map { outcome in
            "\(outcome.participle)=\(report.verdict.results(outcome).count);;;0;\(total)"
        } + ["time=\(report.duration.secondsText)s;;;0"]
    }
}
