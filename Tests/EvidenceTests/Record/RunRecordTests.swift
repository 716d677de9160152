import Catalog
import Foundation
import Machine
import Redaction
import Testing
import Triage

@testable import Evidence

@Suite struct RunRecordTests {
    @Test("a record is read as it was written, whatever stands in it")
    func roundTrip() throws {
        let record = Self.awkward
        var read = try RunRecord(reading: record.document)
        #expect(read.document == record.document)
        // Texts of runbooks stand beside the record.
        read.triage.runbooks = record.triage.runbooks
        #expect(read == record)
    }

    @Test("a record of a run holds all that its verdict is computed from")
    func verdict() async throws {
        let sample = SampleRun()
        let record = try await sample.record()
        #expect(try await Verdict(of: sample.replay().asRecorded) == Verdict(of: record.triage))
    }

    @Test("a record keeps no password that a line spells, and is found by that line again")
    func secretCondition() async throws {
        var sample = SampleRun()
        sample.runbook = sample.runbook.replacingOccurrences(
            of: "```probe blank\n", with: "```probe blank\nredis cache password=ops12 value=x\n")
        let document = try await sample.record().document
        #expect(document.contains("redis cache") && !document.contains("ops12"))
        let replay = try await sample.replay()
        #expect(replay.judged(by: replay.runbooks).unrecorded.isEmpty)
    }

    @Test("nothing of the form of a record is taken for a secret")
    func redaction() {
        let document = Self.awkward.document
        #expect(Redactor(after: 9).redact(document) == document)
    }

    @Test(
        "what is no record is refused, and the field named",
        arguments: [
            ("\"diagnose.record/1\"", "\"diagnose.record/2\"", "diagnose.record/2"),
            ("\"outcome\": \"fail\"", "\"outcome\": \"broken\"", "items[0].outcome"),
            ("\"durationNanoseconds\": 12", "\"durationNanoseconds\": -12", "items[0].duration"),
            ("\"durationNanoseconds\": 12", "\"durationNanoseconds\": 9e18", "items[0].duration"),
            ("\"evidence\": [", "\"evidence\": [7, ", "items[0].evidence"),
            ("\"isMeasured\": true", "\"isMeasured\": 1", "items[0].isMeasured"),
            ("\"services\": [", "\"servants\": [", "services"),
            ("\"row\": 7", "\"row\": \"7\"", "items[0].probe.row"),
            ("{", "[", "not JSON"),
        ])
    func refused(text: String, replacement: String, message: String) throws {
        let document = Self.awkward.document
        let position = try #require(document.range(of: text))
        let broken = document.replacingCharacters(in: position, with: replacement)
        let failure = #expect(throws: RecordFailure.self) { try RunRecord(reading: broken) }
        #expect(failure?.summary.contains(message) == true, "\(failure?.summary ?? "nothing")")
    }

    @Test("a record that ends anywhere is refused")
    func truncated() {
        let document = Array(Self.awkward.document.utf8)
        for length in stride(from: 0, to: document.count - 2, by: 7) {
            let text = String(decoding: document[..<length], as: UTF8.self)
            #expect(throws: RecordFailure.self) { try RunRecord(reading: text) }
        }
    }

    @Test("runbooks of the same name get places of their own, which the writer leaves as they are")
    func places() {
        let long = String(repeating: "long-", count: 20)
        let files = [
            "a/portal.md", "b/portal.md", "b/Portal.md", "embedded:portal.md", "../..",
            "x/ü y.markdown", "überlast.md", "дежурство.md", "a/unnamed.md", "\(long).md",
            "b/\(long).md", "-f.md",
        ]
        let runbooks = files.map { Runbook(file: $0, system: "s", title: "") }
        let paths = RecordedRunbook.all(of: runbooks, revisions: [:]).map(\.path)
        let cut = "long-long-long-long-long-long-long-long-long-long"
        #expect(
            paths == [
                "runbooks/portal.md", "runbooks/portal-2.md", "runbooks/Portal-3.md",
                "runbooks/portal-4.md", "runbooks/runbook.md", "runbooks/y.md",
                "runbooks/berlast.md", "runbooks/runbook-2.md", "runbooks/runbook-3.md",
                "runbooks/\(cut).md", "runbooks/\(cut)-2.md", "runbooks/f.md",
            ])
        #expect(paths.map { BundlePath.path(of: $0) } == paths)
        #expect(Set(paths.map { $0.lowercased() }).count == paths.count)
    }

    /// A record with all that JSON and terminals have trouble with.
    private static var awkward: RunRecord {
        let line = ProbeLine(
            text: "http ${URL}/\"x\" json.availability!=down", kind: "http",
            subject: "${URL}/\"x\"",
            conditions: [
                Condition(
                    key: "json.availability", comparison: .notEqual, value: "down", column: 12)
            ], reason: nil, location: SourceLocation(file: "runbooks/ü.md", line: 7, column: 3))
        let result = ProbeResult(
            line: line, component: "portal", outcome: .fail,
            observed: "line\nfeed \u{1B}[31mred\u{0} \u{202E} [redacted:3]", expected: "a \\ b",
            failingSubjects: ["a/b"], evidence: ["| first", "", "👩‍👩‍👧"], isMeasured: true,
            isConfiguration: false, duration: .milliseconds(12))
        return RunRecord(
            version: "1.2.3", started: Date(timeIntervalSince1970: 1_795_263_610.123_456),
            duration: .milliseconds(1), flags: ["--set 'a b=c'"], failureLevel: "high",
            runbooks: [
                RecordedRunbook(file: "runbooks/ü.md", system: "s", path: "p.md", revision: nil)
            ],
            triage: TriageRecord(
                runbooks: [],
                items: [
                    .init(
                        result: result,
                        owners: [.entry(id: "s/step-2"), .step(system: "s", number: 2)])
                ],
                dependencies: ["portal": ["media", "db"], "": []], services: ["portal", "db"],
                variables: ["URL": "http://x/?q=1"]))
    }
}
