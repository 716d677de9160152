import Catalog
import Foundation
import Machine
import Probes
import Report
import Triage

/// Runs a plan for a command and prints its verdict; what triage, check and probe have in common.
struct TriageSession: Sendable {
    /// The call.
    var invocation: Invocation
    /// Where variables get their values.
    var variables: VariableScope
    /// Runs the probes.
    var runner: ProbeRunner
    /// Where the reports go.
    private let delivery: ReportDelivery
    /// How often a plan is run.
    private let repetition: Repetition
    /// The bound on a probe that names none.
    private let timeout: Duration
    /// When it began, from which on the deadline counts.
    private var start: (time: Date, uptime: Duration)

    /// Flags that say what becomes of a verdict, where there is none.
    private static let excludedFromRehearsal: [Flag] = [.report, .bundle, .events]

    /// Prepares a session by the flags of the call, its probes knowing what the catalog knows.
    ///
    /// - Throws: ``UsageError`` for any flag of its that is wrong: better told before something was
    ///   looked at, or changed, than behind it.
    init(_ invocation: Invocation, catalog: Catalog) throws(UsageError) {
        self.invocation = invocation
        start = Self.moment(of: invocation)
        if invocation.arguments.has(.dryRun) { try Self.refuseVerdicts(of: invocation) }
        delivery = try ReportDelivery(invocation)
        repetition = try Repetition(invocation)
        timeout = try invocation.probeTimeout()
        variables = try invocation.variables()
        invocation.redactor.learn(patterns: TeamPatternValidation.patterns(in: catalog.runbooks))
        runner = try invocation.runner(variables: variables, entries: catalog.entries)
    }

    private static func moment(of invocation: Invocation) -> (time: Date, uptime: Duration) {
        (invocation.world.clock.now, invocation.world.clock.uptime)
    }

    /// Refuses what a rehearsal would leave out.
    private static func refuseVerdicts(of invocation: Invocation) throws(UsageError) {
        for flag in excludedFromRehearsal where invocation.arguments.has(flag) {
            throw .conflict(.dryRun, flag)
        }
        if let format = invocation.arguments.value(of: .verdictOutput),
            !Flag.output.choices.contains(format)
        {
            throw .invalidValue(
                .verdictOutput, value: format, wants: "text or json with --dry-run")
        }
    }

    /// The session once more, which asks everything anew and has the whole deadline again.
    func anew() -> TriageSession {
        var session = self
        session.runner.context = runner.context.anew(in: runner.context.world)
        session.start = Self.moment(of: invocation)
        return session
    }

    /// The systems that are here, as far as that can be told within half of the deadline: the other
    /// half is for their probes.
    func systemsPresent(among runbooks: [Runbook]) async -> [Runbook] {
        let detection = SystemDetection(context: runner.context, variables: variables)
        let clock = invocation.world.clock
        let limit = runner.deadline / 2
        let present = await Interruption.cancelling {
            await clock.result(within: limit) { await detection.present(among: runbooks) }
        }
        if let present { return present }
        let fallback = SystemDetection.fallback(among: runbooks)
        if !Interruption.happened {
            let systems = fallback.map(\.system).joined(separator: ", ")
            Output.printError(
                "diagnose: which systems are here could not be told within \(limit.shortText);"
                    + " looking at \(systems.isEmpty ? "none" : systems.printable)\n")
        }
        return fallback
    }

    /// Runs the plan and gives what the verdict is computed from, showing progress meanwhile.
    private func recordShowingProgress(of plan: TriagePlan) async -> TriageRecord {
        let printer = ProgressPrinter(invocation)
        let variables = variables
        var runner = runner
        runner.spent = invocation.world.clock.uptime - start.uptime
        let record = await Interruption.cancelling { [runner] in
            await TriageRun(runner: runner).record(of: plan, variables: variables) {
                printer.show($0)
            }
        }
        printer.finish()
        return record
    }

    /// Runs the plan, as often as the flags say, prints its verdict and tells how to exit.
    ///
    /// - Parameters:
    ///   - plan: What to run.
    ///   - detail: How much texts tell unless the flags say otherwise.
    func report(
        _ plan: TriagePlan, detail: RunReport.Detail = .usual
    ) async throws(UsageError) -> ExitCode {
        let bundle = try BundleDelivery(invocation)
        if invocation.arguments.has(.dryRun) { return await rehearse(plan) }
        var last: FinishedRun?
        let code = await repetition.run(delivery: delivery) { isFirst in
            let run = await (isFirst ? self : anew()).finish(plan, detail: detail)
            last = run
            return run.report
        }
        guard let bundle, let last, code != .interrupted else { return code }
        return await bundle.write(last, variables: variables) ? code : bundle.failureCode
    }

    /// Runs the plan once.
    func run(_ plan: TriagePlan, detail: RunReport.Detail) async -> RunReport {
        await finish(plan, detail: detail).report
    }

    /// Runs the plan once and keeps what a bundle says of it.
    func finish(_ plan: TriagePlan, detail: RunReport.Detail) async -> FinishedRun {
        if invocation.arguments.has(.events) {
            Output.print(RunEvents.begin(lines: plan.items.count, at: start.time))
        }
        let record = await recordShowingProgress(of: plan)
        StartedPrograms.endStrays()
        let report = RunReport(
            of: Verdict(of: record), started: start.time,
            duration: invocation.world.clock.uptime - start.uptime,
            flags: invocation.repeatedFlags, detail: invocation.detail ?? detail,
            failureLevel: invocation.failureLevel)
        return FinishedRun(report: report, record: record, context: runner.context)
    }

    /// Tells what the plan would ask, and asks nothing.
    private func rehearse(_ plan: TriagePlan) async -> ExitCode {
        let rehearsal = await PlanRehearsal(of: plan, in: runner.context)
        Output.print(
            invocation.printsJSON
                ? RehearsalJSON.document(of: rehearsal)
                : RehearsalText.report(of: rehearsal, style: invocation.style))
        return .healthy
    }

    /// The plan of all or some entries of the runbooks, as the flags say.
    ///
    /// - Throws: ``UsageError`` for an `--only` or `--skip` that names nothing.
    func plan(_ runbooks: [Runbook], entries: Set<String>? = nil) throws(UsageError) -> TriagePlan {
        let only = invocation.arguments.values(of: .only)
        let skipped = invocation.arguments.values(of: .skip)
        let known =
            runbooks.flatMap(\.entries).map(\.id)
            + runbooks.flatMap { runbook in
                runbook.triage.map { Owner.step(system: runbook.system, number: $0.number).id }
            }
        for id in only + skipped where !known.contains(id) {
            throw .unknownName(noun: "entry or step", name: id, known: known)
        }
        return TriagePlan(
            runbooks, entries: entries, only: Set(only), skipped: Set(skipped),
            variables: variables, timeout: timeout, trust: invocation.trust)
    }
}
