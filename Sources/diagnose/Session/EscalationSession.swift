import Catalog
import Evidence
import Redaction
import Report
import Triage

/// Gathers what a hand-off note says, from a bundle or from a run.
struct EscalationSession: Sendable {
    /// The call.
    let invocation: Invocation

    /// The hand-off of what a bundle recorded.
    ///
    /// - Throws: ``UsageError`` where it is none, and for flags that say how to look.
    func handOff(of path: String) async throws(UsageError) -> HandOff {
        if let flag = (Flag.catalog + Flag.probing).first(where: invocation.arguments.has) {
            throw .other("--\(flag.name) is for looking now, not for a bundle")
        }
        let bundle = try await invocation.bundle(at: path)
        let replay = try invocation.replay(of: bundle, at: path)
        let redactor = replay.redactor()
        let report = invocation.report(of: replay.asRecorded, recorded: replay.record)
            .redacted(by: redactor)
        let name = path.split(separator: "/").last.map(String.init) ?? path
        return HandOff(
            of: report, version: replay.record.version, bundle: name,
            sources: Self.sources(replay.record.runbooks),
            items: Self.items(
                of: replay.runbooks, for: report.verdict, among: bundle.paths, redactor),
            lacks: bundle.manifest.missing.map { .init(what: $0.what, reason: $0.reason) })
    }

    /// The hand-off of a run that is made now.
    ///
    /// - Throws: ``UsageError`` as triage does.
    func handOffOfNow() async throws(UsageError) -> HandOff {
        let loaded = try RunbookFinder(invocation).loaded()
        try invocation.refuseUnknownVariables(in: loaded.catalog)
        invocation.reportProblems(of: loaded.catalog)
        let session = try TriageSession(invocation, catalog: loaded.catalog)
        let present = await session.systemsPresent(among: loaded.catalog.runbooks)
        let report = await session.run(try session.plan(present), detail: .usual)
            .redacted(by: invocation.redactor)
        let texts = await RunbookTexts(of: present, own: loaded.sources, in: invocation.world)
        return HandOff(
            of: report, version: Version.current, bundle: nil,
            sources: Self.sources(texts.recorded),
            items: Self.items(of: present, for: report.verdict, among: [], invocation.redactor),
            lacks: [])
    }

    private static func sources(_ runbooks: [RecordedRunbook]) -> [HandOff.Source] {
        runbooks.map { .init(system: $0.system, file: $0.file, revision: $0.shortRevision) }
    }

    /// What the runbook that leads wants captured, else what all of them do.
    private static func items(
        of runbooks: [Runbook], for verdict: Verdict, among paths: [String], _ redactor: Redactor
    ) -> [HandOff.Item] {
        let leading = verdict.lead?.runbook.map { [$0] } ?? runbooks
        return leading.flatMap { $0.section(.evidence)?.items ?? [] }.map { item in
            .init(
                text: redactor.redact(item),
                places: EvidencePlaces.places(of: item, among: paths))
        }
    }
}
