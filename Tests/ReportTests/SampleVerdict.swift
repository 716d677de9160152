import Catalog
import Foundation
import Report
import Triage

/// Verdicts that the report tests print.
enum SampleVerdict {
    /// Two independent failures, one effect and one unknown.
    static var unhealthy: Verdict { Verdict(of: record) }

    /// Everything passed.
    static var healthy: Verdict {
        Verdict(
            of: TriageRecord(
                runbooks: [], items: [item(.pass, "compose portal", component: "portal")]))
    }

    /// One probe could not look.
    static var inconclusive: Verdict {
        Verdict(
            of: TriageRecord(
                runbooks: [],
                items: [
                    item(.pass, "http http://localhost/", component: "portal"),
                    item(
                        .unknown, "compose portal", component: "portal",
                        observed: "no Docker engine answers: run `docker info`"),
                ]))
    }

    /// A failure that went on through two components, another beside it, and what is well.
    static var chain: Verdict {
        let runsOn = "2026-11-18T11:06:37Z ERROR the other does not answer"
        var kept = runbook
        kept.owner = "media on-call"
        return Verdict(
            of: TriageRecord(
                runbooks: [kept],
                items: [
                    item(
                        .fail, "compose mediamtx state=running", component: "mediamtx",
                        observed: "state exited (1) 4 s ago", expected: "state=running",
                        evidence: ["2026/11/18 11:06:35 ERR listen tcp :8554: address in use"],
                        owners: [.step(system: "s", number: 2), .entry(id: "s/ic-01")]),
                    item(
                        .fail, "http http://portal/", component: "portal", observed: "status 502",
                        expected: "status<500", evidence: [runsOn]),
                    item(
                        .fail, "log booth absent=refused", component: "booth",
                        observed: "found 3 times", expected: "absent=refused",
                        evidence: ["2026-11-18T11:06:38.250Z refused"]),
                    item(
                        .fail, "http http://worker/", component: "worker",
                        observed: "connection refused", expected: "status<500"),
                    item(
                        .unknown, "alembic . current=head", component: "migrations",
                        observed: "alembic is not installed here"),
                    item(.pass, "tcp database:5432 state=open", component: "database"),
                ],
                dependencies: [
                    "portal": ["mediamtx", "database", "mediamtx", "portal"],
                    "booth": ["portal"], "worker": ["database"], "spare": ["database"],
                ]))
    }

    /// A verdict as the report of a run at a fixed time.
    static func report(_ verdict: Verdict, flags: [String] = []) -> RunReport {
        RunReport(
            of: verdict, started: Date(timeIntervalSince1970: 1_795_000_000),
            duration: .milliseconds(1234), flags: flags)
    }

    /// What the unhealthy one is computed from.
    static var record: TriageRecord {
        TriageRecord(
            runbooks: [runbook],
            items: [
                item(
                    .fail, "compose mediamtx state=running", component: "mediamtx",
                    observed: "state exited (1) 4 s ago", expected: "state=running",
                    reason: "MediaMTX is not running, so WHIP has nowhere to go",
                    evidence: ["2026-11-21 ERR \u{1B}[31mlistener failed\u{1B}[0m: address in use"],
                    owners: [.step(system: "s", number: 2), .entry(id: "s/ic-01")]),
                item(
                    .fail, "http ${PORTAL_URL}/healthz json.mediamtx_ok=true of=portal",
                    component: "portal", observed: "json.mediamtx_ok false",
                    expected: "json.mediamtx_ok=true", owners: [.entry(id: "s/ic-01")]),
                item(
                    .fail, "env ADMIN_PASSWORD in=portal empty=false", component: "portal",
                    observed: "empty true", expected: "empty=false",
                    reason: "the portal has no admin password, so none can match",
                    isConfiguration: true, owners: [.entry(id: "s/ic-05")]),
                item(
                    .unknown, "alembic . current=head", component: "migrations",
                    observed: "alembic is not installed here"),
                item(.pass, "compose portal state=running", component: "portal"),
            ],
            dependencies: ["portal": ["mediamtx"]])
    }

    private static var runbook: Runbook {
        var runbook = Runbook(file: "runbooks/s.md", system: "s", title: "Sample")
        var step = TriageStep(number: 2, title: "Is MediaMTX up?", location: place(20))
        step.commands = ["docker compose ps mediamtx"]
        runbook.triage = [step]
        runbook.entries = [
            entry(
                "ic-01", "Interpreter cannot \"Go Live\"",
                fixes: [
                    Fix(
                        text: "MediaMTX is down: docker compose restart mediamtx",
                        commands: ["docker compose restart mediamtx"]),
                    Fix(
                        text: "If it stays down, start over with empty volumes",
                        commands: ["docker compose down -v && docker compose up -d"],
                        isDestructive: true),
                ]),
            entry("ic-05", "Admin login fails", fixes: []),
        ]
        runbook.entries[0].validation = ["The spinner ends and the booth shows as live."]
        runbook.sections = [
            Section(
                role: .escalation, title: "Escalation",
                items: ["Call the media on-call with the output of docker compose ps."],
                location: place(90))
        ]
        return runbook
    }

    static func entry(_ name: String, _ title: String, fixes: [Fix]) -> Entry {
        var entry = Entry(id: "s/\(name)", system: "s", title: title, location: place(42))
        entry.symptoms = ["The spinner never ends."]
        entry.causes = ["The portal cannot reach MediaMTX, so WHIP fails before it starts."]
        entry.checks = ["/healthz must say mediamtx_ok true"]
        entry.fixes = fixes
        return entry
    }

    private static func place(_ line: Int) -> SourceLocation {
        SourceLocation(file: "runbooks/s.md", line: line)
    }

    private static func item(
        _ outcome: Outcome, _ text: String, component: String, observed: String = "",
        expected: String = "", reason: String? = nil, evidence: [String] = [],
        isConfiguration: Bool = false, owners: [Owner] = []
    ) -> TriageRecord.Item {
        let words = text.split(separator: " ").map(String.init)
        return TriageRecord.Item(
            result: ProbeResult(
                line: ProbeLine(
                    text: text, kind: words[0], subject: words[1], conditions: [], reason: reason,
                    location: place(50)),
                component: component, outcome: outcome, observed: observed, expected: expected,
                evidence: evidence, isConfiguration: isConfiguration,
                duration: .milliseconds(12)),
            owners: owners)
    }
}
