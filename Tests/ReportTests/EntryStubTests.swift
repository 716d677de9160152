import Catalog
import Testing
import Triage

@testable import Report

@Suite struct EntryStubTests {
    /// Runbooks with one entry each, in each shape that people write them in.
    private static let runbooks = [
        """
        # Table

        ## Failure modes

        | Symptom | Diagnosis | Fix |
        |---|---|---|
        | queue fails to drain | the worker is down | `docker compose restart worker` |
        """,
        """
        # Troubleshooting

        ## The API fails

        - **api: it answers 500.** The database is down. Restart it.
        - **worker: it hangs.** A deadlock. Restart it.
        - **queue: it overflows.** Too many jobs. Add a worker.
        """,
        """
        # Tracker

        ## Issue 1: Token verification fails

        - **Status:** Open
        - **Severity:** High
        - **Subsystem:** auth
        - **Error signatures:** `Token verification failed`
        - **Observed behavior:** requests are refused
        - **Primary RCA hypothesis:** wrong keys
        """,
        """
        # Incidents

        ## Common incidents

        ### IC-01: It fails

        **Symptoms:** nothing works

        **Diagnosis:** the cable is out

        **Fix:** put it in
        """,
    ]

    /// What triage makes of a failing line of the runbook's first step.
    private func problem(in runbook: Runbook) throws -> Problem {
        var runbook = runbook
        let place = SourceLocation(file: runbook.file, line: 1)
        runbook.triage = [TriageStep(number: 1, title: "Is it up?", location: place)]
        let line = ProbeLine(
            text: "http http://localhost:8000/healthz status=200", kind: "http",
            subject: "http://localhost:8000/healthz", conditions: [],
            reason: "the portal | does not answer", location: place)
        let result = ProbeResult(
            line: line, component: "portal", outcome: .fail, observed: "status 500",
            expected: "status=200")
        let verdict = Verdict(
            of: TriageRecord(
                runbooks: [runbook],
                items: [
                    TriageRecord.Item(
                        result: result, owners: [.step(system: runbook.system, number: 1)])
                ]))
        return try #require(verdict.lead)
    }

    @Test(
        "pasted behind the runbook's entries it is read as one more of their kind",
        arguments: runbooks)
    func pasted(text: String) throws {
        let before = Catalog.load(sources: [RunbookSource(file: "s.md", bytes: Array(text.utf8))])
        let runbook = try #require(before.runbooks.first)
        let known = try #require(runbook.entries.first)
        let stub = try #require(EntryStub(for: try problem(in: runbook)))
        #expect(stub.place == "s.md")
        // A row or bullet goes right behind the last one, a section behind a gap.
        let isSection = stub.markdown.hasPrefix("#")
        let pasted = text + (isSection ? "\n\n" : "\n") + stub.markdown + "\n"
        let after = Catalog.load(sources: [RunbookSource(file: "s.md", bytes: Array(pasted.utf8))])
        #expect(after.diagnostics == before.diagnostics)
        let entries = try #require(after.runbooks.first).entries
        #expect(entries.count == runbook.entries.count + 1)
        let entry = try #require(entries.last)
        #expect(entry.recogniser == known.recogniser)
        #expect(entry.title.contains("does not answer"))
        #expect(entry.probes.map(\.text) == ["http http://localhost:8000/healthz status=200"])
    }

    @Test("a failure that an entry explains needs none, nor does a line of no runbook")
    func none() throws {
        let runbook = Runbook(file: "s.md", system: "s", title: "S")
        var explained = try problem(in: runbook)
        explained.entry = SampleVerdict.entry("ic-01", "It fails", fixes: [])
        #expect(EntryStub(for: explained) == nil)
        var stray = try problem(in: runbook)
        stray.runbook = nil
        #expect(EntryStub(for: stray) == nil)
        var shipped = try problem(in: runbook)
        shipped.runbook?.file = "embedded:voxbento.md"
        #expect(EntryStub(for: shipped)?.place == "a copy of the shipped voxbento.md")
    }
}
