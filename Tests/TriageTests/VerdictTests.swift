import Catalog
import Testing

@testable import Triage

@Suite struct VerdictTests {
    private typealias Build = RecordBuilder

    private func verdict(
        _ items: [TriageRecord.Item], entries: [String] = ["a", "b"],
        severities: [String: String] = [:],
        dependencies: [String: [String]] = [
            "portal": ["mediamtx", "migrations"], "migrations": ["database"],
        ]
    ) -> Verdict {
        Verdict(
            of: TriageRecord(
                runbooks: [Build.runbook(entries: entries, severities: severities)], items: items,
                dependencies: dependencies, services: ["mediamtx"]))
    }

    @Test(
        "the answer follows from the outcomes",
        arguments: [
            ([.pass, .pass], .healthy), ([.pass, .unknown], .inconclusive),
            ([.pass, .unknown, .fail], .unhealthy), ([], .inconclusive),
        ] as [([Outcome], Verdict.Health)])
    func health(outcomes: [Outcome], health: Verdict.Health) {
        let items = outcomes.map { Build.item($0, "http x", component: "portal", owners: []) }
        #expect(verdict(items).health == health)
    }

    @Test("a failing dependency leads, and what needs it is downstream")
    func downstream() {
        let verdict = verdict([
            Build.failing("http portal", component: "portal", owners: [Build.step(1)]),
            Build.failing(
                "compose mediamtx", component: "mediamtx",
                owners: [Build.step(2), Build.entry("a")]),
        ])
        #expect(verdict.lead?.component == "mediamtx")
        #expect(verdict.lead?.step?.number == 2)
        #expect(verdict.lead?.entry?.id == "s/a")
        #expect(verdict.downstream == ["portal"])
        #expect(verdict.also.isEmpty)
    }

    @Test("a dependency of a dependency explains too, though what is between was not probed")
    func transitive() {
        let verdict = verdict([
            Build.failing("http portal", component: "portal", owners: [Build.step(1)]),
            Build.failing("compose database", component: "database", owners: [Build.entry("b")]),
        ])
        #expect(verdict.lead?.component == "database")
        #expect(verdict.downstream == ["portal"])
    }

    @Test("a wrong setting is a problem of its own, whatever else is down")
    func configurationStandsAlone() {
        let verdict = verdict([
            Build.failing("compose mediamtx", component: "mediamtx", owners: [Build.step(2)]),
            Build.failing("http portal", component: "portal", owners: [Build.step(1)]),
            Build.failing(
                "env ADMIN_PASSWORD", component: "portal", configuration: true,
                owners: [Build.entry("a")]),
            Build.failing(
                "alembic .", component: "migrations", configuration: true,
                owners: [Build.entry("b")]),
        ])
        #expect(verdict.lead?.component == "mediamtx")
        #expect(verdict.downstream == ["portal"])
        #expect(verdict.also.map(\.component) == ["portal", "migrations"])
        #expect(verdict.also.compactMap(\.entry?.id) == ["s/a", "s/b"])
    }

    @Test("a wrong setting of a dependency does not explain another component's state")
    func configurationExplainsNothing() {
        let verdict = verdict([
            Build.failing(
                "mediamtx path", component: "mediamtx", configuration: true,
                owners: [Build.entry("a")]),
            Build.failing("http portal", component: "portal", owners: [Build.step(1)]),
        ])
        #expect(verdict.lead?.component == "portal")
        #expect(verdict.also.map(\.component) == ["mediamtx"])
    }

    @Test("the triage order decides between roots, then severity")
    func order() {
        let bySteps = verdict([
            Build.failing("compose b", component: "b", owners: [Build.step(3)]),
            Build.failing("compose a", component: "a", owners: [Build.step(2)]),
        ])
        #expect(bySteps.lead?.component == "a")
        let bySeverity = verdict(
            [
                Build.failing("compose one", component: "one", owners: [Build.entry("a")]),
                Build.failing("compose two", component: "two", owners: [Build.entry("b")]),
            ], severities: ["a": "low", "b": "critical"])
        #expect(bySeverity.lead?.component == "two")
    }

    @Test("the share of failed probes decides last")
    func share() {
        let verdict = verdict([
            Build.failing("compose one", component: "one", owners: [Build.entry("a")]),
            Build.item(.pass, "compose one-more", component: "one", owners: [Build.entry("a")]),
            Build.failing("compose two", component: "two", owners: [Build.entry("b")]),
        ])
        #expect(verdict.lead?.component == "two")
    }

    @Test("an entry whose failure was measured leads before one that only got no answer")
    func measuredFirst() {
        let verdict = verdict([
            Build.failing(
                "mediamtx path", component: "mediamtx", measured: false, owners: [Build.entry("a")]),
            Build.failing("compose mediamtx", component: "mediamtx", owners: [Build.entry("b")]),
        ])
        #expect(verdict.lead?.entry?.id == "s/b")
        #expect(verdict.explains == ["s/b", "s/a"])
    }

    @Test("the reason is the words of the line that failed")
    func reason() {
        let verdict = verdict([
            Build.failing(
                "compose mediamtx", component: "mediamtx", reason: "MediaMTX is stopped",
                owners: [Build.step(2)])
        ])
        #expect(verdict.lead?.reason == "MediaMTX is stopped")
        #expect(verdict.summary == "mediamtx: MediaMTX is stopped")
    }

    @Test("where nothing was measured and no step asked, no cause is claimed and no fix offered")
    func nothingMeasured() {
        let verdict = verdict([
            Build.failing(
                "http portal/healthz", component: "portal", reason: "the media server is down",
                measured: false, owners: [Build.entry("a")])
        ])
        #expect(verdict.lead?.entry == nil)
        #expect(verdict.lead?.fixes == [])
        #expect(verdict.lead?.reason == "http portal/healthz: observed")
        #expect(verdict.lead?.system == "s")
        #expect(verdict.explains == ["s/a"])
        #expect(verdict.entries == ["s/a": .confirmed])
    }

    @Test("a line without a reason is named by its subject")
    func subject() {
        let verdict = verdict([
            Build.failing("env ADMIN_PASSWORD", component: "portal", owners: [Build.entry("a")])
        ])
        #expect(verdict.summary == "portal: env ADMIN_PASSWORD: observed")
    }

    @Test("entries are confirmed, ruled out or open")
    func statuses() {
        let verdict = verdict([
            Build.failing("http 1", component: "x", owners: [Build.entry("a")]),
            Build.item(
                .pass, "http 2", component: "x", owners: [Build.entry("a"), Build.entry("b")]),
            Build.item(.unknown, "http 3", component: "x", owners: [Build.entry("c")]),
            Build.item(.pass, "http 4", component: "x", owners: [Build.entry("c")]),
        ])
        #expect(verdict.entries == ["s/a": .confirmed, "s/b": .ruledOut, "s/c": .open])
    }

    @Test("the fix names the component at fault")
    func fix() {
        let verdict = verdict([
            Build.failing("compose mediamtx", component: "mediamtx", owners: [Build.entry("a")])
        ])
        #expect(verdict.lead?.fixes.first?.commands == ["docker compose restart mediamtx"])
    }
}
