import Catalog
import Redaction
import Testing

@testable import Triage

@Suite struct TriagePlanTests {
    private func line(_ words: String...) throws -> ProbeLine { try ProbeLine(words: words) }

    private func runbook(step: [ProbeLine] = [], entry: [ProbeLine] = []) -> Runbook {
        var runbook = RecordBuilder.runbook(entries: ["a"])
        runbook.triage[0].probes = step
        runbook.entries[0].probes = entry
        return runbook
    }

    private func plan(
        _ runbook: Runbook, entries: Set<String>? = nil, skipped: Set<String> = [],
        given: [String: String] = [:]
    ) -> TriagePlan {
        TriagePlan(
            [runbook], entries: entries, skipped: skipped, variables: VariableScope(given: given),
            timeout: .seconds(5))
    }

    @Test("the same line in a step and an entry is planned once, for both")
    func deduplicated() throws {
        let same = try line("http", "http://localhost/healthz", "status=200")
        let plan = plan(runbook(step: [same], entry: [same]))
        #expect(plan.items.map(\.owners) == [[RecordBuilder.step(1), RecordBuilder.entry("a")]])
    }

    @Test("lines about the same thing with other expectations share one look")
    func sharedLook() throws {
        let plan = plan(
            runbook(
                step: [try line("http", "http://localhost/healthz", "status=200")],
                entry: [try line("http", "http://localhost/healthz", "json.ok=true", "of=portal")]))
        #expect(plan.items.count == 2)
        let looks = Look.looks(of: plan, redactor: Redactor())
        #expect(looks.count == 1)
        #expect(looks.first?.positions == [0, 1])
        #expect(looks.first?.request.expectations.map(\.key) == ["status", "json.ok"])
    }

    @Test("checking single entries leaves the steps out")
    func entriesOnly() throws {
        let step = try line("http", "http://localhost/a", "status=200")
        let own = try line("http", "http://localhost/b", "status=200")
        #expect(
            plan(runbook(step: [step], entry: [own]), entries: ["s/a"]).items.map(\.line) == [own])
    }

    @Test(
        "what is skipped is left out",
        arguments: [("s/a", "http://localhost/a"), ("s/step-1", "http://localhost/b")])
    func skipped(id: String, rest: String) throws {
        let step = try line("http", "http://localhost/a", "status=200")
        let own = try line("http", "http://localhost/b", "status=200")
        let items = plan(runbook(step: [step], entry: [own]), skipped: [id]).items
        #expect(items.map(\.line.subject) == [rest])
    }

    @Test("an unset variable makes a line unobservable and says what to give")
    func unset() throws {
        let items = plan(
            runbook(entry: [try line("http", "${PORTAL_URL}/healthz", "status=200")])
        ).items
        guard case .unobservable(let reason)? = items.first?.state else {
            Issue.record("the line should not be ready")
            return
        }
        #expect(reason == "variable PORTAL_URL not set: give --set PORTAL_URL=…")
    }

    @Test("a default or a given value fills a variable")
    func filled() throws {
        let items = plan(
            runbook(entry: [
                try line("http", "${URL}/${PATH_OF_IT:-healthz}", "status=200")
            ]), given: ["URL": "http://localhost"]
        ).items
        guard case .ready(let check)? = items.first?.state else {
            Issue.record("the line should be ready")
            return
        }
        #expect(check.request.subject == "http://localhost/healthz")
    }
}
