import Catalog
import Foundation
import Logs
import Machine
import Probes
import Redaction
import Report

/// `diagnose logs`: says which known errors logs have, which failed first, and what nobody knows.
enum LogsCommand {
    static let definition = CommandDefinition(
        name: "logs",
        abstract: "Say what failed first in logs, and what no runbook knows",
        operands: "[FILE…|-]",
        operandSource: .path,
        discussion: """
            Known are lines with an error signature of a runbook; they are listed with the entries that
            explain them, the earliest first. Unknown are other events of level error or worse, grouped
            by what they have in common, the most suspicious first: new since --baseline, in bursts, rare.
            A stack trace is one event. Without FILE it reads the logs of all compose services.

            FILE may be gzip, zstd, bzip2 or xz; - is standard input. --where takes a field of JSON or
            name=value lines with = != ~ !~ < <= > >= (~ holds a text), and then events of any level.

            Exits 1 when something known or of level error is found, 0 when nothing is, 2 when
            nothing is but a log could not be read. --assign, --correlate and --count exit 0.
            """,
        flags: LogsFlags.all + Flag.catalog + [.environmentFile, .dockerContext, .redactPersonal]
            + Flag.printing,
        examples: [
            .init(line: "diagnose logs app.log worker.log.gz", meaning: "what failed first?"),
            .init(
                line: "diagnose logs --service portal --since 15m",
                meaning: "the log of a compose service"),
            .init(
                line: "diagnose logs --correlate req-7f3a app.log worker.log",
                meaning: "one request through several logs, in order of time"),
            .init(
                line: "diagnose logs app.log --where 'duration_ms>2500'",
                meaning: "only events whose fields say so"),
            .init(
                line: "diagnose logs app.log --baseline yesterday.log",
                meaning: "what is new since yesterday?"),
            .init(line: "diagnose logs --follow app.log", meaning: "errors as they are written"),
        ],
        run: run)

    private static func run(_ invocation: Invocation) async throws -> ExitCode {
        let session = try await LogsSession(invocation)
        if invocation.arguments.has(LogsFlags.follow) { return await LogsFollowing(session).run() }
        return await Interruption.cancelling { await session.report() }
    }
}

/// The flags that `logs` alone has.
enum LogsFlags {
    static let service = Flag(
        name: "service", value: "NAME", isRepeatable: true,
        help: "read the log of a compose service")
    static let since = Flag(
        name: "since", value: "TIME",
        help: "only what is younger: 15m, 2h, or a time of day and date")
    static let follow = Flag(name: "follow", help: "go on as the logs grow, until Ctrl-C")
    static let level = Flag(
        name: "level", value: "LEVEL",
        choices: ["all", "debug", "info", "notice", "warning", "error", "critical"],
        help: "how bad unknown events must be (default error)")
    static let known = Flag(
        name: "known", help: "look for known errors only, which is much faster")
    static let baseline = Flag(
        name: "baseline", value: "FILE", source: .path,
        help: "the log of better days, whose events are not new")
    static let condition = Flag(
        name: "where", value: "FIELD<OP>VALUE", isRepeatable: true,
        help: "only events with such a field: thread_id=7, 'duration_ms>2500'")
    static let correlate = Flag(
        name: "correlate", value: "ID", help: "print the events that name an id, in order of time")
    static let assign = Flag(
        name: "assign", help: "print the number of each line's group, and nothing else")
    static let count = Flag(
        name: "count", help: "print how many lines have a known error, and nothing else")
    static let lines = Flag(
        name: "lines", help: "print the lines that have a known error, with their numbers")

    static let all = [
        service, since, follow, level, known, baseline, condition, correlate, assign, count, lines,
    ]

    /// Flags with those that they leave no room for; one further down knows those above it.
    private static let excluded: [(flag: Flag, others: [Flag])] = [
        (follow, [correlate, assign, count, lines, baseline]),
        (correlate, [assign, count, lines, level, known, baseline]),
        (assign, [count, lines, level, known, baseline, condition]),
        (count, [lines, level, baseline]),
        (lines, [level, baseline]),
        (known, [level, baseline]),
    ]
    /// What these print is lines of text, and no document.
    private static let withoutDocument = [follow, assign, count, lines]

    /// Refuses flags of which one would be passed over.
    ///
    /// - Throws: ``UsageError``
    static func refuseConflicts(in invocation: Invocation) throws(UsageError) {
        let arguments = invocation.arguments
        for (flag, others) in excluded where arguments.has(flag) {
            for other in others where arguments.has(other) { throw .conflict(flag, other) }
        }
        for flag in withoutDocument where arguments.has(flag) && invocation.printsJSON {
            throw .conflict(flag, .output)
        }
        if arguments.has(follow), arguments.operands.contains("-") {
            throw .other("--follow wants a file or --service NAME, not -")
        }
    }
}
