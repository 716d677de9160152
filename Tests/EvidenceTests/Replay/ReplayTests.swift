import Catalog
import Probes
import Testing

@testable import Evidence
@testable import Triage

@Suite struct ReplayTests {
    @Test("runbooks that did not change say the same of what was recorded")
    func unchanged() async throws {
        let sample = SampleRun()
        let replay = try await sample.replay()
        let judged = replay.judged(by: replay.runbooks)
        #expect(judged.unrecorded.isEmpty)
        #expect(Verdict(of: judged.record) == Verdict(of: replay.asRecorded))
        #expect(Verdict(of: judged.record).lead?.entry?.id == "sample/silence")
    }

    @Test(
        "a changed line is answered by its words or by what it means, else not recorded",
        arguments: [
            // Reasons and places may change.
            ("# the media server does not serve", "# other words", 0),
            ("# Sample", "# Sample\n\nA line more.", 0),
            // The same request in other words.
            (
                "${PORTAL_URL}/healthz status=200 of=portal",
                "http://portal/healthz of=portal status=200", 0
            ),
            // Another expectation, component or request.
            ("healthz status=200", "healthz status=204", 1),
            ("healthz status=200 of=portal", "healthz status=200 of=gateway", 1),
            ("${PORTAL_URL}/healthz", "${PORTAL_URL}/readyz", 1),
        ])
    func changed(text: String, other: String, unrecorded: Int) async throws {
        let sample = SampleRun()
        let replay = try await sample.replay()
        let judged = replay.judged(by: sample.replacing(text, with: other))
        #expect(judged.unrecorded.count == unrecorded)
        let unknown = judged.record.items.filter { $0.result.outcome == .unknown }
        #expect(unknown.count == unrecorded)
        #expect(unknown.allSatisfy { $0.result.observed == "not recorded in this bundle" })
    }

    @Test("what is shown of a line is what the runbook of today says")
    func words() async throws {
        let sample = SampleRun()
        let changed = sample.replacing("the media server does not serve", with: "no stream")
        let verdict = Verdict(of: try await sample.replay().judged(by: changed).record)
        #expect(verdict.results.first?.line.reason == "no stream")
    }

    @Test("a runbook whose line no longer fails leads elsewhere")
    func broken() async throws {
        let sample = SampleRun()
        let changed = sample.replacing(
            "http://media/v3 status=200", with: "http://media/v3 status=503")
        let verdict = Verdict(of: try await sample.replay().judged(by: changed).record)
        #expect(verdict.health == .inconclusive)
        #expect(verdict.lead == nil)
    }

    @Test("what the compose project said of dependencies holds beside other runbooks")
    func dependencies() async throws {
        let sample = SampleRun()
        var record = try await sample.record()
        record.triage.dependencies["portal"]?.append("database")
        let replay = try Replay(record) { _ in sample.runbook }
        let changed = sample.replacing("{ portal: [media] }", with: "{ media: [network] }")
        #expect(
            replay.judged(by: changed).record.dependencies
                == ["portal": ["database"], "media": ["network"]])
    }

    @Test("a line that several systems have is answered by its own")
    func ownSystem() throws {
        let line = try ProbeLine(words: ["http", "${URL}", "status=200"])
        func item(_ outcome: Outcome, _ system: String) -> TriageRecord.Item {
            .init(
                result: ProbeResult(
                    line: line, component: system, outcome: outcome, observed: "", expected: ""),
                owners: [.entry(id: "\(system)/x")])
        }
        let record = TriageRecord(
            runbooks: [], items: [item(.pass, "a"), item(.fail, "b"), item(.fail, "b")])
        let answers = RecordedAnswers(record, variables: VariableScope())
        func outcomes(_ system: String) -> [Outcome]? {
            let item = TriagePlan.Item(
                line: line, owners: [.entry(id: "\(system)/y")], state: .unobservable(""))
            return answers.results(for: item, shownAs: line)?.map(\.outcome)
        }
        #expect(outcomes("a") == [.pass])
        #expect(outcomes("b") == [.fail, .fail])
        #expect(outcomes("c") == [.pass])
    }

    @Test("the record and the runbooks are longer than other files may be, and whole or refused")
    func cutOff() async throws {
        let bench = try Bench()
        let run = SampleRun()
        let texts = try await run.record().texts(of: [run.source])
        let remarks = String(repeating: "Nobody needs to know.\n", count: 1000)
        func replay(record limit: Int, _ name: String) async throws -> Replay {
            let items = texts.map { path, text in
                BundleItem(
                    path, path == BundleLayout.record ? text : "\(text)\n\n\(remarks)",
                    source: "test")
            }
            try await bench.write(
                items, to: name, limits: BundleLimits(item: 100, record: limit, total: 1 << 20))
            return try Replay(await BundleReader(name, in: bench.world))
        }
        let whole = try await replay(record: 100_000, "whole.tar.gz")
        #expect(whole.runbooks.flatMap(\.entries).count == 2)
        let failure = await #expect(throws: RecordFailure.self) {
            try await replay(record: 20_000, "runbook.tar.gz")
        }
        #expect(failure == .cutOff(file: "runbooks/sample.md"))
        let other = await #expect(throws: RecordFailure.self) {
            try await replay(record: 1000, "record.tar.gz")
        }
        #expect(other == .cutOff(file: BundleLayout.record))
    }

    @Test("a bundle without a runbook that its record names is refused")
    func missing() async throws {
        let record = try await SampleRun().record()
        let failure = #expect(throws: RecordFailure.self) { try Replay(record) { _ in nil } }
        #expect(failure?.summary == "the bundle has no runbooks/sample.md")
    }
}
