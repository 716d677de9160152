import Catalog
import Machine
import Probes
import Redaction
import Report
import Triage

/// One call of a command: its arguments, and the world around it.
struct Invocation: Sendable {
    /// The words of the command line.
    var arguments: Arguments
    /// The outside.
    var world: World
    /// The terminal.
    var terminal: Terminal
    /// Takes secrets out of everything that the call puts out, under the same numbers everywhere.
    let redactor = Redactor()

    /// Whether JSON was asked for.
    var printsJSON: Bool { arguments.value(of: .output) == "json" }

    /// How text looks.
    var style: TextStyle {
        var style = terminal.style(color: arguments.value(of: .color))
        style.links = terminal.links(in: world.workingDirectory)
        return style
    }

    /// How much texts tell, where the flags say.
    var detail: RunReport.Detail? {
        if arguments.has(.quiet) { return .brief }
        return arguments.has(.verbose) ? .full : nil
    }

    /// From what on a run counts as failed.
    var failureLevel: FailureLevel {
        if let name = arguments.value(of: .failOn) {
            return FailureLevel(rawValue: name) ?? .unknown
        }
        return arguments.has(.allowUnknown) ? .failure : .unknown
    }

    /// The dotenv files to read: those given, else `.env`.
    var environmentFiles: [String] {
        let given = arguments.values(of: .environmentFile)
        return given.isEmpty ? [".env"] : given
    }

    /// The flags that say which system is looked at, as they would be typed again, secrets left
    /// out.
    var repeatedFlags: [String] {
        let flags: [Flag] = [
            .runbooks, .noEmbedded, .set, .environmentFile, .dockerContext, .trust,
        ]
        return flags.flatMap { flag -> [String] in
            guard arguments.has(flag) else { return [] }
            guard flag.value != nil else { return ["--\(flag.name)"] }
            return arguments.values(of: flag).map { value in
                Command("--\(flag.name)", [shown(value, of: flag)], timeout: .zero).line
            }
        }
    }

    private func shown(_ value: String, of flag: Flag) -> String {
        let name = String(value.prefix { $0 != "=" })
        guard flag == .set, SecretName.isSecret(name), name != value else {
            return redactor.redact(value)
        }
        return "\(name)=\(redactor.token(for: String(value.dropFirst(name.count + 1))))"
    }

    /// Which runbooks the user trusts.
    var trust: RunbookTrust { RunbookTrust(ofAll: arguments.has(.trust), redactor: redactor) }

    /// A text of the user's as it may be shown: people paste whole log lines.
    ///
    /// - Throws: ``UsageError`` as ``variables()`` does.
    func withoutSecrets(_ text: String, in catalog: Catalog) throws(UsageError) -> String {
        learnSecrets(of: try variables())
        redactor.learn(patterns: TeamPatternValidation.patterns(in: catalog.runbooks))
        if arguments.has(.redactPersonal) { redactor.hidePersonal() }
        return redactor.redact(text)
    }

    /// Makes known what the environment, the env files and `--set` keep secret.
    func learnSecrets(of variables: VariableScope) {
        for source in [variables.environment, variables.files, variables.given] {
            redactor.learn(source)
        }
    }

    /// Checks that no operand stands there, or none behind the first few.
    func refuseOperands(behind count: Int = 0) throws(UsageError) {
        if let first = arguments.operands.dropFirst(count).first {
            throw .unexpectedOperand(first)
        }
    }

    /// Where variables get their values, by the flags and the world.
    ///
    /// - Throws: ``UsageError`` for a malformed `--set` or a given dotenv file that can't be read.
    func variables() throws(UsageError) -> VariableScope {
        var given: [String: String] = [:]
        for word in arguments.values(of: .set) {
            let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard parts.count == 2, let name = parts.first, !name.isEmpty else {
                throw .invalidValue(.set, value: word, wants: "KEY=VALUE")
            }
            given[String(name)] = String(parts[1])
        }
        return VariableScope(
            given: given, environment: world.environment, files: try fileVariables())
    }

    private func fileVariables() throws(UsageError) -> [String: String] {
        let isGiven = arguments.has(.environmentFile)
        var variables: [String: String] = [:]
        for path in environmentFiles {
            do {
                let text = try world.files.text(of: world.absolutePath(path))
                let file = DotEnvFile(text, environment: world.environment)
                variables.merge(file.values) { first, _ in first }
            } catch {
                if isGiven { throw .unreadable(path: path, reason: error.summary) }
            }
        }
        return variables
    }

    /// Runs probes as the flags say, knowing what the entries know.
    func runner(
        variables: VariableScope, entries: [Entry]
    ) throws(UsageError) -> ProbeRunner {
        learnSecrets(of: variables)
        if arguments.has(.redactPersonal) { redactor.hidePersonal() }
        let context = ProbeContext(
            world: world, environmentFiles: environmentFiles, redactor: redactor,
            allowsExecution: arguments.has(.allowExec), lookBack: try lookBack(),
            knowledge: RunbookKnowledge(entries))
        return ProbeRunner(
            context: context,
            limits: try lookLimits(),
            deadline: try duration(of: .deadline) ?? ProbeRunner.defaultDeadline)
    }

    /// How many looks may be under way at once, by the flags and by what the system lets be open.
    ///
    /// - Throws: ``UsageError`` for a number that none is.
    func lookLimits() throws(UsageError) -> LookLimits {
        let wanted = try number(of: .jobs, in: 1...1000).map { LookLimits($0) } ?? .usual
        return wanted.within(DescriptorLimit.jobs(wanted: wanted.all))
    }

    /// Checks the flags that say how to look where it is open whether something is looked at.
    ///
    /// - Throws: ``UsageError`` for a value that is none.
    func checkProbingFlags() throws(UsageError) {
        _ = try probeTimeout()
        _ = try duration(of: .deadline)
        _ = try lookLimits()
        _ = try lookBack()
    }

    /// The bound on a probe that names none.
    func probeTimeout() throws(UsageError) -> Duration {
        try duration(of: .timeout) ?? ProbeRunner.defaultTimeout
    }

    /// The time that a flag gives, `nil` where it is not there.
    ///
    /// - Throws: ``UsageError`` for what is no time.
    func duration(of flag: Flag) throws(UsageError) -> Duration? {
        guard let text = arguments.value(of: flag) else { return nil }
        guard let duration = Quantity.timeout(text) else {
            throw .invalidValue(flag, value: text, wants: "a time such as 5s or 2m")
        }
        return duration
    }

    private func number(
        of flag: Flag, in range: ClosedRange<Int>
    ) throws(UsageError) -> Int? {
        guard let text = arguments.value(of: flag) else { return nil }
        guard let number = Int(text), range.contains(number) else {
            throw .invalidValue(
                flag, value: text, wants: "a number from \(range.lowerBound) to \(range.upperBound)"
            )
        }
        return number
    }
}
