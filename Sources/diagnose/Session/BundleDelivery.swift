import Catalog
import Evidence
import Foundation
import Machine
import Probes
import Report
import Triage

/// Writes the evidence of a run into a bundle.
///
/// The bundle is begun before the run, so that a place that can't be written to is told then.
struct BundleDelivery: Sendable {
    private let invocation: Invocation
    /// The path as the user gave it.
    private let path: String
    private let writer: BundleWriter
    private let timeout: Duration
    private let deadline: Duration
    private let limits: LookLimits
    /// The user's own runbooks as they were loaded.
    private let runbooks: [RunbookSource]

    /// The delivery that `--bundle` asks for; `nil` without it.
    ///
    /// - Throws: ``UsageError``.
    init?(_ invocation: Invocation) throws(UsageError) {
        guard let path = invocation.arguments.value(of: .bundle) else { return nil }
        for other in [Flag.watch, .dryRun] where invocation.arguments.has(other) {
            throw .conflict(.bundle, other)
        }
        try self.init(invocation, to: path)
    }

    /// A delivery to a path.
    ///
    /// - Throws: ``UsageError`` where nothing can be written there.
    init(_ invocation: Invocation, to path: String) throws(UsageError) {
        self.invocation = invocation
        timeout = try invocation.probeTimeout()
        deadline = try invocation.duration(of: .deadline) ?? CaptureSetting.defaultDeadline
        limits = try invocation.lookLimits()
        self.path = path
        runbooks = try RunbookFinder(invocation).own().sources
        // From here on there is a folder to take away.
        Interruption.listen()
        do throws(BundleFailure) {
            writer = try BundleWriter(
                to: path, redactor: invocation.redactor, in: invocation.world)
        } catch {
            if case .unwritable(let path, let reason) = error {
                throw .unwritable(path: path, reason: reason)
            }
            throw .unwritable(path: path, reason: error.summary)
        }
        Interruption.atEnd { [writer] in writer.discard() }
    }

    /// How to exit where the bundle was not written.
    var failureCode: ExitCode { Interruption.happened ? .interrupted : .internalError }

    /// The name of a bundle that nobody names: `diagnose-20261121T123000Z.tar.gz`.
    static func name(at date: Date) -> String {
        let time = date.formatted(
            Date.ISO8601FormatStyle(
                dateSeparator: .omitted, timeSeparator: .omitted, timeZone: .gmt))
        return "diagnose-\(time).tar.gz"
    }

    /// Captures and writes, telling on standard error what came of it; whether it was written.
    func write(_ run: FinishedRun, variables: VariableScope) async -> Bool {
        do {
            let bundle = try await bundle(of: run, variables: variables)
            Output.printError(summary(of: bundle, listsMissing: false))
            return true
        } catch {
            tell(error)
            return false
        }
    }

    /// Captures and writes.
    ///
    /// - Throws: ``BundleFailure``; nothing is left then.
    func bundle(
        of run: FinishedRun, variables: VariableScope
    ) async throws(BundleFailure) -> WrittenBundle {
        let setting = CaptureSetting(
            context: run.context, runbooks: run.record.runbooks, variables: variables,
            trust: invocation.trust,
            version: Version.current, limits: limits, timeout: timeout, deadline: deadline)
        let result = await Interruption.cancelling { [self] in
            await Result { () async throws(BundleFailure) in
                // Capturing teaches secrets: nothing is written before.
                let captured = await EvidenceCollector(setting).captured()
                var writer = writer
                for item in await items(of: run) + captured.items { try writer.add(item) }
                for lack in captured.missing { writer.miss(lack.what, because: lack.reason) }
                return try await writer.finish(version: Version.current)
            }
        }
        return try result.get()
    }

    /// What the run itself brings.
    private func items(of run: FinishedRun) async -> [BundleItem] {
        let texts = await RunbookTexts(
            of: run.record.runbooks, own: runbooks, in: invocation.world)
        let report = run.report.redacted(by: invocation.redactor)
        let record = RunRecord(
            version: Version.current, started: report.started, duration: report.duration,
            flags: report.flags, failureLevel: report.failureLevel.rawValue,
            runbooks: texts.recorded, triage: run.record)
        let recorded = record.texts(of: texts.sources).map { path, text in
            BundleItem(path, text, source: "diagnose triage")
        }
        return [
            BundleItem(
                BundleLayout.verdict, ReportFormat.json.render(report, TextStyle()),
                source: "diagnose triage --output json"),
            BundleItem(
                BundleLayout.summary, ReportFormat.markdown.render(report, TextStyle()),
                source: "diagnose triage --output markdown"),
        ] + recorded
    }

    /// Tells why there is no bundle.
    func tell(_ failure: BundleFailure) {
        let text =
            switch failure {
            case .program, .interrupted: "no bundle was written: \(failure.summary)"
            case .unwritable, .secretLeft, .unreadable: failure.summary
            }
        Output.printError("diagnose: \(invocation.redactor.redact(text).printable)\n")
    }

    /// What was written, and what is not in it.
    func summary(of bundle: WrittenBundle, listsMissing: Bool) -> String {
        let count = bundle.manifest.items.count
        let missing = bundle.manifest.missing
        let size = max(1, (bundle.bytes + 512) / 1024)
        var counts = "\(count) file\(count == 1 ? "" : "s"), \(size) KB"
        if !missing.isEmpty { counts += "; \(missing.count) could not be captured" }
        return BundleText.report(
            of: path, counts: counts,
            missing: listsMissing ? missing.map { ($0.what, $0.reason) } : [],
            style: TextStyle(width: invocation.style.width))
    }
}

extension Result where Failure == BundleFailure, Success: Sendable {
    /// The outcome of work that may fail.
    fileprivate init(_ work: @Sendable () async throws(BundleFailure) -> Success) async {
        do { self = .success(try await work()) } catch { self = .failure(error) }
    }
}
