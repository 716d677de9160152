import Report
import Triage

/// Every exit code of the program; 64 and up follow `sysexits.h`.
enum ExitCode: Int32, CaseIterable {
    /// All is well, or a command that does not judge succeeded.
    case healthy = 0
    /// Something is broken, or a search found no confident match.
    case unhealthy = 1
    /// Nothing failed, but something could not be observed.
    case inconclusive = 2
    /// What a plugin of Nagios says where it can't tell; only with `--output nagios`.
    case pluginUnknown = 3
    /// The command line is wrong (`EX_USAGE`).
    case usage = 64
    /// A runbook, or a recorded incident, is invalid (`EX_DATAERR`).
    case invalidRunbook = 65
    /// The program itself failed (`EX_SOFTWARE`).
    case internalError = 70
    /// Ended by Ctrl-C or SIGTERM, as shells count.
    case interrupted = 130

    /// The code for a report on standard output.
    init(_ report: RunReport, as format: ReportFormat) {
        if format.name == ReportFormat.nagios.name {
            self = ExitCode(rawValue: NagiosReport.state(of: report).rawValue) ?? .pluginUnknown
        } else {
            switch report.health {
            case .healthy: self = .healthy
            case .unhealthy: self = .unhealthy
            case .inconclusive: self = .inconclusive
            }
        }
    }

    /// What the code means, for help.
    var meaning: String {
        switch self {
        case .healthy: "healthy"
        case .unhealthy: "unhealthy, or no confident match"
        case .inconclusive: "nothing failed, but something could not be observed"
        case .pluginUnknown: "unknown, with --output nagios; there 1 is a warning, 2 critical"
        case .usage: "the command line is wrong"
        case .invalidRunbook: "a runbook, or a recorded incident, is invalid"
        case .internalError: "diagnose itself failed"
        case .interrupted: "interrupted"
        }
    }
}
