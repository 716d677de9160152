import Machine
import Report
import Triage

/// A flag as a value: the parser, help and completion all read this one declaration.
struct Flag: Sendable, Hashable {
    /// Its long name without dashes.
    var name: String
    /// The name of its value in help, `nil` for a switch.
    var value: String?
    /// The values it may take, where they are few.
    var choices: [String] = []
    /// Whether it may stand more than once.
    var isRepeatable = false
    /// What its value names.
    var source = ValueSource.free
    /// One line of help.
    var help: String

    /// How help writes it: `--set KEY=VALUE`.
    var usage: String { "--\(name)" + (value.map { " \($0)" } ?? "") }
}

extension Flag {
    static let runbooks = Flag(
        name: "runbooks", value: "PATH", isRepeatable: true, source: .path,
        help: "a runbook file, or a folder of them")
    static let noEmbedded = Flag(name: "no-embedded", help: "leave out the shipped runbooks")
    static let set = Flag(
        name: "set", value: "KEY=VALUE", isRepeatable: true, source: .variable,
        help: "the value of a runbook variable")
    static let environmentFile = Flag(
        name: "env-file", value: "PATH", isRepeatable: true, source: .path,
        help: "a dotenv file to read instead of .env")
    static let output = Flag(
        name: "output", value: "FORMAT", choices: ["text", "json"], help: "text (default) or json")
    static let verdictOutput = Flag(
        name: output.name, value: "FORMAT", choices: ReportFormat.all.map(\.name),
        help: ReportFormat.all.map(\.name).joined(separator: ", "))
    static let report = Flag(
        name: "report", value: "FORMAT=FILE", isRepeatable: true, source: .report,
        help: "write a report in any of these formats to a file, too")
    static let color = Flag(
        name: "color", value: "WHEN", choices: ["auto", "always", "never"],
        help: "auto (default), always or never")
    static let timeout = Flag(
        name: "timeout", value: "TIME",
        help: "how long one probe may take"
            + " (default \(ProbeRunner.defaultTimeout.shortText))")
    static let deadline = Flag(
        name: "deadline", value: "TIME",
        help: "how long the whole run may take"
            + " (default \(ProbeRunner.defaultDeadline.shortText))")
    static let jobs = Flag(
        name: "jobs", value: "NUMBER",
        help: "how many probes run at once (default \(LookLimits.usual.all),"
            + " \(LookLimits.usual.working) that run programs)")
    static let allowUnknown = Flag(
        name: "allow-unknown", help: "exit 0 when nothing failed, even if something is unknown")
    static let allowExec = Flag(
        name: "allow-exec", help: "let probe lines run programs of their own choice")
    static let trust = Flag(
        name: "trust", help: "let runbooks that are not shipped use secrets and run programs")
    static let redactPersonal = Flag(
        name: "redact-personal",
        help: "hide e-mail addresses, phone numbers and IP addresses too")
    static let since = Flag(
        name: "since", value: "TIME",
        help: "how far back logs are looked at where a line doesn't say: 10m, or a time")
    static let dockerContext = Flag(
        name: "context", value: "NAME",
        help: "the docker context to ask, instead of $DOCKER_HOST and $DOCKER_CONTEXT")
    static let skip = Flag(
        name: "skip", value: "ID", isRepeatable: true, source: .entryOrStep,
        help: "leave out the probes of an entry, or of a step as system/step-2")
    static let only = Flag(
        name: "only", value: "ID", isRepeatable: true, source: .entryOrStep,
        help: "run only the probes of an entry, or of a step as system/step-2")
    static let failOn = Flag(
        name: "fail-on", value: "LEVEL", choices: FailureLevel.allCases.map(\.rawValue),
        help: "what exits non-zero: unknown (default), failure, high, critical, never")
    static let wait = Flag(
        name: "wait", value: "TIME", help: "run again until it is healthy, at most for so long")
    static let watch = Flag(
        name: "watch", value: "TIME", help: "run again and again, so long apart, until interrupted")
    static let events = Flag(
        name: "events", help: "tell each result as it comes, a JSON object a line")
    static let dryRun = Flag(
        name: "dry-run", help: "only tell what would be asked: every line, command and address")
    static let bundle = Flag(
        name: "bundle", value: "FILE", source: .path,
        help: "write the verdict and its evidence to a .tar.gz, too")
    static let replay = Flag(
        name: "replay", value: "FILE", source: .path,
        help: "judge what a bundle recorded, and look at nothing")
    static let update = Flag(
        name: "update", help: "write down what is said now as what is expected")
    static let quiet = Flag(name: "quiet", help: "no progress, and one line for the verdict")
    static let verbose = Flag(name: "verbose", help: "list what passed, too")
    static let help = Flag(name: "help", help: "show help")
    static let version = Flag(name: "version", help: "show the version")

    /// Flags of every command that reads runbooks.
    static let catalog = [runbooks, noEmbedded]
    /// Flags of every command that prints.
    static let printing = [output, color]
    /// Flags of every command that prints a verdict.
    static let reporting = [verdictOutput, report, quiet, verbose, color]
    /// Flags of every command that runs probes for a verdict.
    static let repeating = [failOn, wait, watch, events, dryRun]
    /// Flags of every command that runs entries.
    static let running = [only, skip] + repeating
    /// Flags of every command that probes.
    static let probing = [
        set, environmentFile, dockerContext, since, timeout, deadline, jobs, allowUnknown,
        allowExec, trust, redactPersonal,
    ]
}
