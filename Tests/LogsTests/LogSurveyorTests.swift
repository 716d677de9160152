import Catalog
import Foundation
import Machine
import Testing

@testable import Logs

@Suite("Log surveyor")
struct LogSurveyorTests {
    private static let now = Date(timeIntervalSince1970: 1_795_240_800 + 3600)
    private static let signatures = [
        "relation <name> does not exist", "connection refused: <host>",
    ]

    private func survey(
        _ logs: [String: String], baseline: String? = nil,
        _ change: (inout LogQuery) -> Void = { _ in }
    ) async -> LogSurvey {
        var query = LogQuery(signatures: Self.signatures.map { Signature($0) })
        change(&query)
        let inputs = logs.keys.sorted().map { name in
            LogInput(name, .file(MemoryFile(Array((logs[name] ?? "").utf8))))
        }
        let better = baseline.map { LogInput("better", .file(MemoryFile(Array($0.utf8)))) }
        return await LogSurveyor(query, now: Self.now).survey(inputs, baseline: better)
    }

    @Test("known errors come in order of time across logs and zones")
    func known() async {
        let survey = await survey([
            "a.log": """
            2026-11-21T07:00:05+01:00 ERROR relation "x" does not exist
            2026-11-21T07:00:09+01:00 ERROR relation "x" does not exist
            """,
            "b.log": "2026-11-21T06:00:01Z WARN Connection refused: db",
        ])
        #expect(survey.known.map(\.signature) == [1, 0])
        #expect(survey.known.map(\.count) == [1, 2])
        #expect(survey.known.last?.first.line == 1 && survey.known.last?.last.line == 2)
        #expect(
            survey.known.first?.first.time == Date(timeIntervalSince1970: 1_795_240_801))
        #expect(survey.groups.isEmpty && survey.matchedLineCount == 3 && survey.lineCount == 3)
    }

    @Test(
        "an error is seen in every form of log, with what continues it",
        arguments: [
            (#"{"time":"2026-11-21T06:00:00Z","level":"error","msg":"boom of 7"}"#, 1),
            (#"time=2026-11-21T06:00:00Z level=error msg="boom of 7""#, 1),
            ("<11>1 2026-11-21T06:00:00Z host app 7 - - boom of 7", 1),
            ("Nov 21 06:00:00 host app[7]: ERROR boom of 7", 1),
            (
                "2026-11-21 06:00:00,123 ERROR boom of 7\nTraceback (most recent call last):\n"
                    + "  File \"x.py\", line 7\nValueError: seven", 1
            ),
            (
                "2026-11-21 06:00:00 ERROR boom of 7\njava.lang.Error: seven\n\tat x.Y.z(Y.java:7)\n"
                    + "Caused by: java.io.IOException: x\n\t... 7 more", 1
            ),
            (
                "2026/11/21 06:00:00 ERROR boom of 7\ngoroutine 7 [running]:\nmain.main()\n\t/x.go:7",
                1
            ),
            ("E1121 06:00:00.123456 7 x.go:7] boom of 7", 1),
            ("[E] 2026-11-21T06:00:00Z boom of 7\n    at Object.<anonymous> (/x.js:7:7)", 1),
            ("2026-11-21T06:00:00Z [error] boom\u{0} of \u{1B}[31m7\u{1B}[0m", 1),
            ("2026-11-21 06:00:00 INFO all is well", 0),
            ("2026-11-21 06:00:00 INFO 0 errors, no failures", 0),
        ])
    func forms(text: String, groups: Int) async {
        let survey = await survey(["x": text + "\n"])
        #expect(survey.groups.count == groups, "\(survey.groups.map(\.template.text))")
        if groups > 0 {
            let lines = text.split(separator: "\n").count
            #expect(survey.groups.first?.first.text.split(separator: "\n").count == lines)
        }
    }

    @Test("an event is known by any of its lines")
    func knownByTrace() async {
        let text = "2026-11-21 06:00:00 ERROR failed\n  psycopg: relation \"x\" does not exist\n"
        let survey = await survey(["x": text])
        #expect(survey.known.first?.first.line == 2 && survey.groups.isEmpty)
        #expect(survey.known.first?.first.time != nil)
    }

    @Test("what is new, in a burst or rare stands first")
    func suspicion() async {
        func line(_ minute: Int, _ text: String) -> String {
            "2026-11-21T06:\(minute < 10 ? "0" : "")\(minute):00Z ERROR \(text)\n"
        }
        let usual = (0..<50).map { line($0, "cache of \($0) is cold") }.joined()
        let burst = (0..<30).map { _ in line(51, "queue overflow") }.joined()
        let text = usual + line(50, "queue overflow") + burst + line(52, "disk on fire")
        let fresh = await survey(["x": text])
        #expect(
            fresh.groups.map(\.template.text)
                == ["queue overflow", "disk on fire", "cache of <*> is cold"])
        let known = await survey(["x": text], baseline: usual + line(1, "queue overflow"))
        #expect(known.groups.first?.template.text == "disk on fire")
        #expect(known.groups.map(\.isNew) == [true, false, false])
    }

    @Test("age and fields leave events out")
    func filters() async {
        let text = """
            {"time":"2026-11-21T06:00:00Z","level":"error","msg":"old","ms":9}
            {"time":"2026-11-21T06:59:00Z","level":"error","msg":"quick","ms":1}
            {"time":"2026-11-21T06:59:01Z","level":"info","msg":"slow","ms":3000}

            """
        let young = await survey(["x": text]) { $0.since = Self.now - 600 }
        #expect(young.groups.map(\.template.text) == ["quick"])
        let slow = await survey(["x": text]) { query in
            query.floor = nil
            query.conditions = [FieldCondition("ms>2500")].compactMap(\.self)
        }
        #expect(slow.groups.map(\.template.text) == ["slow"])
    }

    @Test("hostile bytes are read in linear time and shown as text")
    func hostile() async {
        let bytes =
            [0xFF, 0x00, 0x0A] + [UInt8](repeating: UInt8(ascii: "["), count: 200_000) + [0x0A]
            + Array("ERROR ".utf8) + [0xC3, 0x28, 0x0A]
        let input = LogInput("x", .file(MemoryFile(bytes)))
        let survey = await LogSurveyor(LogQuery(signatures: []), now: Self.now).survey([input])
        #expect(survey.lineCount == 3 && survey.groups.count == 1)
    }
}
