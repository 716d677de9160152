import Catalog
import Foundation
import Testing
import Triage

@testable import Report

@Suite struct TimelineTests {
    @Test(
        "of a line's evidence the first error counts that tells its time",
        arguments: [
            (
                "compose", ["2026-11-18T10:00:00Z INFO up", "2026-11-18T10:00:05Z ERROR a"],
                "2026-11-18T10:00:05Z"
            ),
            (
                "compose", ["2026-11-18T10:00:09Z ERROR b", "2026-11-18T10:00:05Z ERROR a"],
                "2026-11-18T10:00:05Z"
            ),
            ("compose", ["2026-11-18T10:00:00Z no level"], nil),
            ("log", ["2026-11-18T10:00:00.250Z no level"], "2026-11-18T10:00:00.250Z"),
            ("log", ["2026-11-18T10:00:00Z INFO as wanted"], nil),
            ("compose", ["ERROR without a time"], nil),
            (
                "compose", [#"{"level":"error","time":"2026-11-18T10:00:00Z"}"#],
                "2026-11-18T10:00:00Z"
            ),
            ("compose", ["2026/11/18 10:00:00 ERR zoneless"], "2026-11-18T10:00:00Z"),
            ("compose", ["Traceback (most recent call last)", "\u{FFFD}\0<x>"], nil),
            ("compose", [], nil),
        ] as [(String, [String], String?)])
    func firstError(kind: String, evidence: [String], expected: String?) {
        let timeline = Timeline(of: Self.report(kind, evidence: evidence))
        #expect(timeline.events.map(\.timeText) == [expected].compactMap(\.self))
    }

    @Test(
        "a container's end is as old as the run said, and no more exact",
        arguments: [
            ("state exited (137) 4 s ago", "about 2026-11-18T11:06:36Z"),
            ("state exited (0) 622 ms ago", "about 2026-11-18T11:06:39Z"),
            ("state dead 2 h ago: no space", "about 2026-11-18T09:06Z"),
            ("state a exited (1) 3 min ago, b running", "about 2026-11-18T11:03Z"),
            ("state exited (1)", nil),
            ("state exited (1) 99999999999999999999999999999999999999 weeks ago", nil),
        ])
    func end(observed: String, expected: String?) {
        let timeline = Timeline(of: Self.report("compose", observed: observed))
        #expect(timeline.events.map(\.timeText) == [expected].compactMap(\.self))
        #expect(Timeline(of: Self.report("http", observed: observed)).events.isEmpty)
    }

    @Test("events are in order of time, the same one once, and a guessed zone is told")
    func order() {
        let evidence = ["2026/11/18 11:06:37 ERR bind"]
        var report = Self.report("compose", observed: "exited (1) 4 s ago", evidence: evidence)
        report.verdict.results += report.verdict.results
        let timeline = Timeline(of: report)
        #expect(timeline.events.map(\.text) == ["exited (1)", evidence[0]])
        #expect(timeline.hasGuessedZone)
    }

    private static func report(
        _ kind: String, observed: String = "", evidence: [String] = []
    ) -> RunReport {
        var verdict = SampleVerdict.healthy
        let line = ProbeLine(
            text: kind, kind: kind, subject: "x", conditions: [], reason: nil,
            location: SourceLocation(file: "a.md", line: 1))
        verdict.results = [
            ProbeResult(
                line: line, component: "x", outcome: .fail, observed: observed, expected: "",
                evidence: evidence)
        ]
        return SampleVerdict.report(verdict)
    }
}
