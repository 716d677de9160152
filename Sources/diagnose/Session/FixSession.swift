import Catalog
import Report
import Triage

/// Carries out an entry's remedies with a person, command by command, and checks again.
struct FixSession {
    private let session: TriageSession
    private let entry: Entry
    private let runbook: Runbook
    /// Whether what destroys data may be asked about at all.
    private let allowsDestruction: Bool
    private let prompt: Prompt
    private let log: RemedyLog
    private let remedyRun: RemedyRun
    /// Whether a command was started.
    private var hasRun = false

    private var invocation: Invocation { session.invocation }
    private var style: TextStyle { invocation.style }

    init(_ session: TriageSession, _ entry: Entry, of runbook: Runbook, allowsDestruction: Bool) {
        self.session = session
        self.entry = entry
        self.runbook = runbook
        self.allowsDestruction = allowsDestruction
        prompt = Prompt(session.invocation)
        log = RemedyLog(session.invocation, entry: entry.id)
        remedyRun = RemedyRun(invocation: session.invocation, log: log)
    }

    /// How things go on behind a command.
    private enum Course {
        case on
        /// The rest of the remedy is left out.
        case nextRemedy
        /// Nothing more is run.
        case stop
    }

    /// Looks, asks, runs and looks again.
    ///
    /// - Parameter rehearses: Whether everything is shown and nothing run.
    /// - Throws: ``UsageError`` as plans do.
    mutating func run(rehearses: Bool) async throws(UsageError) -> ExitCode {
        let plan = try session.plan([runbook], entries: [entry.id])
        let start = invocation.world.clock.uptime
        let started = invocation.world.clock.now
        let record = await session.record(of: plan)
        if Interruption.happened { return .interrupted }
        let report = RunReport(
            of: Verdict(of: record), started: started,
            duration: invocation.world.clock.uptime - start, failureLevel: invocation.failureLevel)
        let remedies = open(after: record, report.verdict)
        if rehearses {
            rehearse(remedies)
            return .healthy
        }
        await carryOut(remedies)
        if !hasRun { Output.print("\nNothing was run.\n") }
        if hasRun, let path = log.path { Output.print("\n" + "Logged in \(path)".printableLine) }
        if Interruption.happened { return .interrupted }
        return hasRun ? try await checkAgain() : ExitCode(report, as: .text)
    }

    /// Tells what the probes saw, and gives the remedies with what follows from it filled in.
    private func open(after record: TriageRecord, _ verdict: Verdict) -> [RemedyPlan.Remedy] {
        Output.print(
            RemedyText.opening(
                of: entry, results: verdict.results, status: verdict.entries[entry.id],
                style: style))
        let plan = RemedyPlan(
            for: entry, after: record, environment: invocation.world.environment)
        if plan.remedies.isEmpty { Output.print("\nThe runbook names no remedy.\n") }
        return plan.remedies
    }

    /// Goes through the remedies until the person leaves.
    private mutating func carryOut(_ remedies: [RemedyPlan.Remedy]) async {
        for (offset, remedy) in remedies.enumerated() {
            Output.print(
                RemedyText.remedy(remedy, number: offset + 1, of: remedies.count, style: style))
            if remedy.fix.isDestructive, !allowsDestruction {
                Output.print(RemedyText.refusal(of: remedy, style: style))
                continue
            }
            if case .stop = await carryOut(remedy) { return }
        }
    }

    private mutating func carryOut(_ remedy: RemedyPlan.Remedy) async -> Course {
        var prepared: [String] = []
        for (position, command) in remedy.commands.enumerated() {
            Output.print(RemedyText.command(command, style: style))
            if command.obstacle != nil { continue }
            switch await ask(about: remedy) {
            case .no: if !command.isPreparation { continue } else { return .nextRemedy }
            case .skip: return .nextRemedy
            case .leave: return .stop
            case .yes: break
            }
            if command.isPreparation {
                prepared.append(command.line)
                Output.print("  Kept for the commands behind it.\n")
                continue
            }
            let isLast = position == remedy.commands.count - 1
            hasRun = true
            let succeeded = await remedyRun.run(command.line, after: prepared)
            if Interruption.happened { return .stop }
            if !succeeded, !isLast, await !goesOn() { return .stop }
        }
        return .on
    }
}

extension FixSession {
    private enum Reply {
        case yes, no, skip, leave
    }

    /// Asks whether to run a command; whatever is not a yes is none, and the end of input leaves.
    private func ask(about remedy: RemedyPlan.Remedy) async -> Reply {
        let text = remedy.fix.isDestructive ? RemedyText.destructivePrompt : RemedyText.prompt
        let reply = await prompt.ask(text, correction: RemedyText.help) { word -> Reply? in
            switch word {
            case "y", "yes": .yes
            case "", "n", "no": .no
            case "s", "skip": .skip
            case "q", "quit": .leave
            default: nil
            }
        }
        return reply ?? .leave
    }

    private func goesOn() async -> Bool {
        let answer = await prompt.ask(RemedyText.goOnPrompt, correction: "") { word -> Bool? in
            word == "y" || word == "yes"
        }
        return answer ?? false
    }

    /// Shows what would be run.
    private func rehearse(_ remedies: [RemedyPlan.Remedy]) {
        for (offset, remedy) in remedies.enumerated() {
            Output.print(
                RemedyText.remedy(remedy, number: offset + 1, of: remedies.count, style: style))
            if remedy.fix.isDestructive, !allowsDestruction {
                Output.print(RemedyText.refusal(of: remedy, style: style))
            } else {
                for command in remedy.commands {
                    Output.print(RemedyText.command(command, style: style))
                }
            }
        }
        Output.print("\nNothing was run.\n")
    }

    /// Looks again, everything anew, as `diagnose check` does.
    private func checkAgain() async throws(UsageError) -> ExitCode {
        Output.print(RemedyText.validation(of: entry, style: style))
        Output.print("\nChecking again …\n")
        let again = session.anew()
        return try await again.report(
            try again.plan([runbook], entries: [entry.id]), detail: .full)
    }
}
