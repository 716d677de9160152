import Catalog
import Foundation
import Logs
import Machine
import Probes
import Redaction
import Report

/// What a call of `logs` looks for, and where.
struct LogsSession: Sendable {
    /// The call.
    let invocation: Invocation
    /// What runbooks know.
    let errors: KnownErrors
    /// What to look for.
    let query: LogQuery
    /// Takes secrets out of what is shown.
    let redactor: Redactor
    private let sources: LogsSources

    /// Reads the flags.
    ///
    /// - Throws: ``UsageError``
    init(_ invocation: Invocation) async throws(UsageError) {
        try LogsFlags.refuseConflicts(in: invocation)
        self.invocation = invocation
        let arguments = invocation.arguments
        let readsEntries = !arguments.has(LogsFlags.assign) && !arguments.has(LogsFlags.correlate)
        let catalog = readsEntries ? try RunbookFinder(invocation).catalog() : Catalog(runbooks: [])
        invocation.reportProblems(of: catalog)
        errors = KnownErrors(catalog.entries)
        let conditions = try Self.conditions(of: arguments)
        query = LogQuery(
            signatures: errors.signatures,
            groupsUnknown: !Self.isQuick(arguments),
            floor: try Self.floor(of: arguments, isFiltered: !conditions.isEmpty),
            since: try invocation.moment(of: LogsFlags.since), conditions: conditions,
            keepsLines: arguments.has(LogsFlags.lines),
            placesLines: !arguments.has(LogsFlags.count))
        let redactor = invocation.redactor
        redactor.learn(patterns: TeamPatternValidation.patterns(in: catalog.runbooks))
        if arguments.has(.redactPersonal) { redactor.hidePersonal() }
        let variables = try invocation.variables()
        for source in [variables.environment, variables.files] { redactor.learn(source) }
        self.redactor = redactor
        sources = try await LogsSources(invocation, since: query.since)
    }

    private static func isQuick(_ arguments: Arguments) -> Bool {
        [LogsFlags.known, LogsFlags.count, LogsFlags.lines].contains { arguments.has($0) }
    }

    private static func floor(
        of arguments: Arguments, isFiltered: Bool
    ) throws(UsageError) -> LogLevel? {
        guard let word = arguments.value(of: LogsFlags.level) else {
            return isFiltered ? nil : .error
        }
        return word == "all" ? nil : LogLevel(word)
    }

    private static func conditions(of arguments: Arguments) throws(UsageError) -> [FieldCondition] {
        var conditions: [FieldCondition] = []
        for text in arguments.values(of: LogsFlags.condition) {
            guard let condition = FieldCondition(text) else {
                throw .invalidValue(
                    LogsFlags.condition, value: text,
                    wants: "a field, = != ~ !~ < <= > or >=, and a value"
                        + " (a number for the last four)")
            }
            conditions.append(condition)
        }
        return conditions
    }

    // MARK: Reporting

    /// Reads the logs, prints what was asked for, and tells how to exit.
    func report() async -> ExitCode {
        let arguments = invocation.arguments
        if arguments.has(LogsFlags.assign) { return await assign() }
        if let id = arguments.value(of: LogsFlags.correlate) { return await correlate(id) }
        let survey = await survey()
        if arguments.has(LogsFlags.count) {
            Output.print("\(survey.matchedLineCount)\n")
        } else if arguments.has(LogsFlags.lines) {
            Output.print(LogsText.lines(of: survey))
        } else if invocation.printsJSON {
            Output.print(LogsJSON.document(of: survey, knowing: errors))
        } else {
            Output.print(
                LogsText.report(
                    of: survey, knowing: errors, flags: invocation.repeatedFlags,
                    style: invocation.style))
        }
        if Interruption.happened { return .interrupted }
        if arguments.has(LogsFlags.count) { return exitCode(survey.failures) }
        let isFound = !survey.known.isEmpty || survey.groups.contains(where: \.isOfErrors)
        return isFound ? .unhealthy : exitCode(survey.failures)
    }

    /// Reads the logs, and tells which could not be read.
    func survey() async -> LogSurvey {
        let surveyor = LogSurveyor(query, now: invocation.world.clock.now)
        let survey = await surveyor.survey(sources.inputs, baseline: sources.baseline)
            .mappingTexts { redactor.redact($0) }
        report(failures: sources.failures + survey.failures)
        return survey
    }

    private func exitCode(_ failures: [(log: String, reason: String)]) -> ExitCode {
        failures.isEmpty && sources.failures.isEmpty ? .healthy : .inconclusive
    }

    private func report(failures: [(log: String, reason: String)]) {
        for (log, reason) in failures {
            let text = redactor.redact("cannot read '\(log)': \(reason)").printable
            Output.printError("diagnose: \(text)\n")
        }
    }

    private func correlate(_ id: String) async -> ExitCode {
        let correlator = LogCorrelator(
            id: id, since: query.since, conditions: query.conditions,
            now: invocation.world.clock.now)
        var (events, failures) = await correlator.events(in: sources.inputs)
        for index in events.indices {
            events[index].spot.text = redactor.redact(events[index].spot.text)
        }
        report(failures: sources.failures + failures)
        Output.print(
            invocation.printsJSON
                ? LogsJSON.document(of: events, naming: id, failures: sources.failures + failures)
                : LogsText.report(of: events, naming: id))
        if Interruption.happened { return .interrupted }
        return exitCode(failures)
    }

    /// Prints group numbers, some thousands of lines at a time.
    private func assign() async -> ExitCode {
        var failures: [(log: String, reason: String)] = []
        for input in sources.inputs {
            do throws(LogFailure) {
                let groups = try await LineAssigner.groups(of: input)
                for start in stride(from: 0, to: groups.count, by: 1 << 16) {
                    let part = groups[start..<min(groups.count, start + 1 << 16)]
                    Output.print(part.map { "\($0)\n" }.joined())
                }
            } catch {
                failures.append((input.name, error.summary))
            }
        }
        report(failures: sources.failures + failures)
        return Interruption.happened ? .interrupted : exitCode(failures)
    }
}
