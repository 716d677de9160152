import Catalog
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
    private var delivery: ReportDelivery

    /// Prepares a session by the flags of the call, its probes knowing what the catalog knows.
    init(_ invocation: Invocation, catalog: Catalog) throws(UsageError) {
        self.invocation = invocation
        delivery = try ReportDelivery(invocation)
        variables = try invocation.variables()
        invocation.redactor.learn(patterns: TeamPatternValidation.patterns(in: catalog.runbooks))
        runner = try invocation.runner(variables: variables, entries: catalog.entries)
    }

    /// The systems that are here, as far as that can be told within the deadline.
    func systemsPresent(among runbooks: [Runbook]) async -> [Runbook] {
        let detection = SystemDetection(context: runner.context, variables: variables)
        let runner = runner
        let present = await Interruption.cancelling {
            await runner.context.world.clock.result(within: runner.deadline) {
                await detection.present(among: runbooks)
            }
        }
        return present ?? []
    }

    /// Runs the plan and gives what the verdict is computed from, showing progress meanwhile.
    private func recordShowingProgress(of plan: TriagePlan) async -> TriageRecord {
        let printer = ProgressPrinter(invocation)
        let runner = runner
        let variables = variables
        let record = await Interruption.cancelling {
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
        let repetition = try Repetition(invocation)
        var last: FinishedRun?
        let code = await repetition.run(delivery: delivery) { isFirst in
            var session = self
            if !isFirst {
                session.runner.context = runner.context.anew(in: runner.context.world)
            }
            let run = await session.finish(plan, detail: detail)
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
        let clock = invocation.world.clock
        let started = clock.now
        let start = clock.uptime
        if invocation.arguments.has(.events) {
            Output.print(RunEvents.begin(lines: plan.items.count, at: started))
        }
        let record = await recordShowingProgress(of: plan)
        StartedPrograms.endStrays()
        let report = RunReport(
            of: Verdict(of: record), started: started, duration: clock.uptime - start,
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
            variables: variables, timeout: try invocation.probeTimeout(),
            trust: invocation.trust)
    }
}
