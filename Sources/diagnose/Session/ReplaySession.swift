import Catalog
import Evidence
import Report
import Triage

/// Judges what a bundle recorded and reports it as the run itself did; neither the network nor any
/// program but those that unpack is asked.
struct ReplaySession: Sendable {
    /// The call.
    private let invocation: Invocation
    /// Where the bundle stands.
    private let path: String
    /// Where the reports go.
    private let delivery: ReportDelivery

    /// Flags that say how to look, where nothing is looked at.
    private static let excluded: [Flag] =
        [.bundle, .wait, .watch, .events, .dryRun, .only, .skip, .noEmbedded]
        + Flag.probing.filter { $0 != .allowUnknown }

    /// Reads the flags.
    ///
    /// - Throws: ``UsageError`` for flags and operands that say how to look.
    init(_ invocation: Invocation) throws(UsageError) {
        self.invocation = invocation
        try invocation.refuseOperands()
        for flag in Self.excluded where invocation.arguments.has(flag) {
            throw .conflict(.replay, flag)
        }
        path = invocation.arguments.value(of: .replay) ?? ""
        delivery = try ReportDelivery(invocation)
    }

    /// Prints the verdict and tells how to exit.
    func report() async throws(UsageError) -> ExitCode {
        let bundle = try await invocation.bundle(at: path)
        let replay = try invocation.replay(of: bundle, at: path)
        let record = try record(of: replay)
        return delivery.deliver(
            invocation.report(of: record, recorded: replay.record), hidingBy: replay.redactor())
    }

    /// What the verdict is computed from: the bundle's own runbooks, unless some are given.
    private func record(of replay: Replay) throws(UsageError) -> TriageRecord {
        guard invocation.arguments.has(.runbooks) else { return replay.asRecorded }
        let given = try RunbookFinder(invocation).own().catalog
        invocation.reportProblems(of: given)
        let runbooks = replay.systems.flatMap { system in
            let own = given.runbooks.filter { $0.system == system }
            return own.isEmpty ? replay.runbooks.filter { $0.system == system } : own
        }
        return replay.judged(by: runbooks).record
    }
}

extension Invocation {
    /// The report of a recorded run, as the run itself was reported unless the flags say otherwise.
    func report(of record: TriageRecord, recorded: RunRecord) -> RunReport {
        let isTold = arguments.has(.failOn) || arguments.has(.allowUnknown)
        return RunReport(
            of: Verdict(of: record), started: recorded.started, duration: recorded.duration,
            flags: recorded.flags, detail: detail ?? .usual,
            failureLevel: isTold
                ? failureLevel : FailureLevel(rawValue: recorded.failureLevel) ?? .unknown)
    }
}
