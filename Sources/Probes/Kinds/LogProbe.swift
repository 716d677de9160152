import Catalog
import Logs
import Machine

/// Looks for lines in the log of a compose service or in a log file.
///
/// A subject with a `/`, one that ends in `.log` and the name of a file that exists are files, of
/// which the last 32 MB are read; anything else is a compose service, of which the last 50,000
/// lines are (`docker compose logs`).
///
///     log portal absent="WebSocketDisconnect" since=5m    # listeners are thrown out
///     log backend entry=ratiba/fsm-greet                  # messages find no route
///     log backend field.duration_ms<=2500 where="elevenlabs.synthesize" since=10m
///     log logs/celery.log present="celery@host ready" since=1h
///
/// Only lines of the last 15 minutes count, or of the time given with `--since`, unless `since`
/// says otherwise. A line that continues
/// another, such as one of a stack trace, belongs to it: it is as old, and it is among the lines
/// with a `where` text if any line of the whole is. In a file without times every line counts.
/// Times without a zone are taken as in the zone that fits the moment of the last writing, else as
/// UTC.
///
/// `absent` and `present` take a text as it stands (`=`, letter case counts) or a regular
/// expression (`~`), which is matched against the first 4 KB of a line. Both see a line as it is
/// and with JSON's escapes resolved. `count` counts the lines that have `pattern` or a signature of
/// `entry`, or all lines where neither is given. `field.NAME` is a field of JSON or `name=value`
/// lines, of a deeper object with dots; every line that has it must agree, and where none has it
/// that is unknown.
///
/// What was not looked at, because the log is too long or the search too slow, can't pass: a text
/// that was not found is unknown then, one that was found is still found.
public struct LogProbe: ProbeKind {
    /// Makes the kind.
    public init() {}

    /// What the kind declares of itself.
    public let schema = ProbeSchema(
        kind: "log",
        abstract: "Looks for lines in the log of a compose service or in a log file.",
        subject: .init("SERVICE|FILE", "a service of the compose file, or a path"),
        options: [
            .init("since", .duration, "how far back to look; 15m unless told"),
            .init(
                "where", .text, isRepeatable: true, staysInside: true,
                "only lines that hold this text"),
            .init("pattern", .pattern, staysInside: true, "what a line must match to be counted"),
            .init(
                "entry", .text, staysInside: true,
                "the entry whose signatures a line must show to be counted"),
        ],
        observables: [
            .init("absent", .text, "a text (=) or pattern (~) that no line holds"),
            .init("present", .text, "a text (=) or pattern (~) that some line holds"),
            .init("count", .number, "how many lines there are, of pattern or entry if given"),
            .init("field.", .text, "a field of structured lines; every line that has it counts"),
        ],
        defaultConditions: ["count=0"],
        examples: [
            "log portal absent=\"WebSocketDisconnect\" since=5m # listeners are thrown out",
            "log backend entry=ratiba/fsm-greet # messages find no route",
            "log backend field.duration_ms<=2500 where=\"elevenlabs.synthesize\" # speech is slow",
            "log logs/celery.log present=\"ready\" since=1h of=worker # the worker never started",
        ])

    /// The component of a file that names none.
    private static let fileComponent = "logs"

    /// The service; files belong to nobody in particular.
    public func component(of request: ProbeRequest) -> String {
        LogSource.isPath(request.subject) ? Self.fileComponent : request.subject
    }

    /// Files are read where logs are kept and below the working directory only.
    public func breach(by request: ProbeRequest, in context: ProbeContext) async -> Breach? {
        let source = await LogSource(
            request.subject, in: context.world, within: request.timeout)
        guard source.isFile else { return nil }
        return await ReadableArea(
            in: context.world, folders: ReadableArea.logFolders, within: request.timeout
        )
        .breach(byReading: [request.subject])
    }

    /// Reads the log once and puts every expectation to each line.
    public func observe(_ request: ProbeRequest, in context: ProbeContext) async -> Observation {
        let clock = context.world.clock
        let end = clock.uptime + request.timeout
        let source = await LogSource(
            request.subject, in: context.world, within: request.timeout)
        var observation: Observation
        switch LogQuestion.all(in: request, knowing: context.knowledge) {
        case .failure(let problem):
            observation = Observation(.unknown(problem.reason), for: request)
        case .success(let questions):
            let search = LogSearch(
                request, questions: questions, until: end, now: clock.now,
                lookBack: context.lookBack)
            observation = await observe(search, of: source, in: context)
        }
        if source.isFile { observation.component = Self.fileComponent }
        return observation
    }

    private func observe(
        _ search: LogSearch, of source: LogSource, in context: ProbeContext
    ) async -> Observation {
        let clock = context.world.clock
        let request = search.request
        let age = search.age
        let remaining = search.end - clock.uptime
        let log = await clock.result(within: remaining) {
            await source.read(seconds: age, in: context, within: remaining)
        }
        switch log {
        case nil:
            let limit = request.timeout.shortText
            return Observation(
                .unknown("the log could not be read within \(limit)"), for: request)
        case .failure(let problem)?:
            return Observation(.unknown(problem.reason), for: request)
        case .success(let text)?:
            // A regular expression can't be stopped while it is at one line.
            let findings = await clock.result(within: search.end - clock.uptime) {
                await Uninterruptible.value { search.findings(in: text, clock: clock, stop: $0) }
            }
            guard let findings = findings ?? nil else {
                return Observation(
                    .unknown("a pattern takes too long on the lines of this log"), for: request)
            }
            return LogReadings(findings, of: search, redactor: context.redactor).observation
        }
    }
}

extension LogProbe {
    /// What a line lacks or says twice.
    public func mistakes(
        in line: ProbeLine, knowing knowledge: RunbookKnowledge?
    ) -> [String] {
        let stated = line.conditions.filter { schema.observable(named: $0.key) != nil }
        let counted = line.conditions.filter { $0.key == "pattern" || $0.key == "entry" }
        if counted.count > 1 { return ["pattern= and entry= exclude each other"] }
        if stated.isEmpty, counted.isEmpty {
            return ["a log line says what must be true, as in: absent=\"Traceback\""]
        }
        if let option = counted.first, !stated.isEmpty,
            !stated.contains(where: { $0.key == "count" })
        {
            return ["\(option.key)= is for count, which the line does not state"]
        }
        return stated.compactMap(mistake(inText:)) + line.conditions.compactMap(mistake(inAge:))
            + (knowledge.flatMap { entryMistake(in: line, knowing: $0) }.map { [$0] } ?? [])
    }

    private func mistake(inText condition: Condition) -> String? {
        guard condition.key == "absent" || condition.key == "present" else { return nil }
        if condition.comparison != .equal, condition.comparison != .matches {
            return "'\(condition.key)' takes '=' or '~', not '\(condition.comparison.rawValue)'"
        }
        return condition.value.isEmpty ? "'\(condition.key)' wants a text to look for" : nil
    }

    private func mistake(inAge condition: Condition) -> String? {
        guard condition.key == "since", let seconds = Quantity.seconds(condition.value) else {
            return nil
        }
        return LogSearch.isAge(seconds)
            ? nil : "'since' wants a time above 0 and at most a year, not '\(condition.value)'"
    }

    /// An entry of a system whose runbook is not loaded may well exist.
    private func entryMistake(in line: ProbeLine, knowing knowledge: RunbookKnowledge) -> String? {
        guard let id = line.conditions.first(where: { $0.key == "entry" })?.value,
            !id.contains("${")
        else { return nil }
        if let signatures = knowledge.signatures(of: id) {
            return signatures.isEmpty ? "the entry \(id) has no signatures" : nil
        }
        let system = id.prefix { $0 != "/" } + "/"
        let known = knowledge.entries.filter { $0.hasPrefix(system) }
        return known.isEmpty
            ? nil : "no runbook has an entry '\(id)'\(NearestName.hint(for: id, in: known))"
    }
}
