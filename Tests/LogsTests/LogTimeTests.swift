import Foundation
import Testing

@testable import Logs

@Suite("Log time")
struct LogTimeTests {
    /// 2026-11-21T06:00:00Z
    private static let six = Date(timeIntervalSince1970: 1_795_240_800)

    private func time(_ line: String) -> LogTime? { LogLine(Array(line.utf8)[...]).time }

    @Test(
        "a time with a zone is a moment, whatever its form",
        arguments: [
            ("2026-11-21T06:00:00Z ready", 0.0), ("2026-11-21T06:00:00.123Z INFO ready", 0.123),
            ("2026-11-21t06:00:00.5z", nil), ("2026-11-21T07:00:00+01:00 x", 0),
            ("2026-11-21 01:00:00,250-0500 x", 0.25), ("2026-11-21T06:00:00+00 x", 0),
            ("[2026-11-21 06:00:00 +0000] [1] [INFO] Listening", 0),
            ("2026-11-21 06:00:00.123 UTC [71] LOG:  checkpoint", 0.123),
            ("20261121T060000Z x", 0), ("1795240800 x", 0), ("1795240800.5 x", 0.5),
            ("1795240800500 x", 0.5), ("- 1795240800 2026.11.21 R02-M1 x", 0),
            (#"10.0.0.1 - alice [21/Nov/2026:06:00:00 +0000] "GET / HTTP/1.1" 200"#, 0),
            ("portal.example:443 10.0.0.1 - - [21/Nov/2026:08:00:00 +0200] x", 0),
            ("Sat, 21 Nov 2026 06:00:00 GMT x", 0), ("Sat Nov 21 06:00:00 UTC 2026 x", 0),
            (#"{"time":"2026-11-21T06:00:00Z","msg":"x"}"#, 0),
            (#"{"level":30,"time":1795240800250,"msg":"x"}"#, 0.25),
            (#"{"ts":1795240800.5,"msg":"x"}"#, 0.5),
            (#"{"@timestamp":"2026-11-21T06:00:00.000Z"}"#, 0),
            ("ts=2026-11-21T06:00:00Z level=info msg=x", 0),
            (#"time="2026-11-21T06:00:00Z" level=info msg="x y""#, 0),
            ("portal-1  | 2026-11-21T06:00:00Z ready", 0),
            ("2026-11-21T09:00:00.123456789Z 2026-11-21T06:00:00Z ready", 0),
            ("\u{1B}[2m2026-11-21T06:00:00Z\u{1B}[0m \u{1B}[32m INFO\u{1B}[0m ready", 0),
            ("<34>1 2026-11-21T06:00:00.003Z host su - ID47 - x", 0.003),
        ])
    func moments(line: String, fraction: Double?) throws {
        let expected = fraction.map { Self.six + $0 }
        let found: Date? = if case .moment(let date) = time(line) { date } else { nil }
        let difference = try found.map { abs($0.timeIntervalSince(try #require(expected))) }
        #expect(expected == nil ? found == nil : (difference ?? 1) < 0.000_01, "\(line)")
    }

    @Test(
        "a time without a zone keeps its day and time of day",
        arguments: [
            "2026-11-21 06:00:00,000 - app - INFO - x", "2026/11/21 06:00:00 INF MediaMTX",
            "2026/11/21 06:00:00 [error] 31#31: *1 x", "2026-11-21 06:00:00, Info  CBS x",
            "2026-11-21-06.00.00.000000 x", "20261121-06:00:00:000|Step|x",
            "20261121-6:0:0:0|Step|x",
            "26/11/21 06:00:00 INFO executor: x", "11/21/2026 06:00:00 x",
            "11/21/2026 6:00:00 AM x",
            "21.11.2026 06:00:00 x", "21-Nov-2026 06:00:00.000 x", "[I 261121 06:00:00 app:12] x",
            "1:M 21 Nov 2026 06:00:00.000 * Ready", "[Sat Nov 21 06:00:00 2026] [notice] x",
            "[Sat Nov 21 06:00:00.000000 2026] [core:error] x", "Nov 21, 2026 6:00:00 AM x",
            "[2026-11-21 06:00:00,000: INFO/MainProcess] x", "I20261121 06:00:00.000 12 a.go:1] x",
            "2026-11-21 06:00:00.000 | INFO     | app:run:1 - x",
            "2026-11-21 06:00:00 [info     ] event  key=1", "INFO 2026-11-21 06:00:00 x",
            "[main] 2026-11-21 06:00:00 x", #"{"asctime": "2026-11-21 06:00:00,000"}"#,
        ])
    func zoneless(line: String) {
        #expect(time(line) == .zoneless(Self.six), "\(line)")
    }

    @Test(
        "what is unstated is left open",
        arguments: [
            (
                "Nov 21 06:00:00 host sshd[1]: x",
                LogTime.yearless(month: 11, day: 21, second: 21600)
            ),
            ("<13>Nov  1 06:00:00 host x", .yearless(month: 11, day: 1, second: 21600)),
            (
                "I1121 06:00:00.5 12345 file.go:12] x",
                .yearless(month: 11, day: 21, second: 21600.5)
            ),
            ("06:00:00 x", .ofDay(second: 21600)), ("[06:00:00.25] x", .ofDay(second: 21600.25)),
        ])
    func partial(line: String, expected: LogTime) {
        #expect(time(line) == expected)
    }

    @Test(
        "what is no time is none",
        arguments: [
            "", "INFO:     10.0.0.1:5000 - \"GET / HTTP/1.1\" 200 OK", "ready", "12 items",
            "Job created at 2026-11-21 06:00:00", "2026-11-21 25:00:00 x",
            "1795240800abc x", "99999999999999999999 x", "9999999999999999999 x", "10.20.30.40 x",
            "v1.2.3 x", "a=1 b=2", "{}", #"{"time":"soon"}"#, #"{"time":12}"#, "May be late",
            "2026-11-21T06:0", "[", "<", "<999999", "\u{1B}[", "::: 1:2:3",
        ])
    func none(line: String) {
        #expect(time(line) == nil, "\(line)")
    }

    @Test(
        "what is unstated is taken as late as can be",
        arguments: [
            (LogTime.yearless(month: 11, day: 21, second: 21600), 60.0, 0.0, 0.0),
            (.yearless(month: 11, day: 21, second: 21600), 5_184_000, 0, 0),
            (.yearless(month: 11, day: 21, second: 25200), 60, 3600, 0),
            (.yearless(month: 11, day: 23, second: 21600), 60, 0, -31_363_200),
            (.ofDay(second: 21600), 60, 0, 0), (.ofDay(second: 21660), 0, 0, 60),
            (.ofDay(second: 86_399), 0, 0, -21_601),
            (.zoneless(six), 0, 7200, -7200), (.moment(six), 0, 7200, 0),
        ] as [(LogTime, Double, Double, Double)])
    func completion(time: LogTime, later: Double, offset: Double, expected: Double) {
        let date = time.date(before: Self.six + later, offset: offset)
        #expect(date.timeIntervalSince(Self.six) == expected)
    }

    @Test(
        "days and their numbers are each other's inverse",
        arguments: [0, 58, 59, 60, 365, 11_016, 20_778])
    func days(number: Int) {
        let start = Date(timeIntervalSince1970: Double(number) * 86_400)
        #expect(CivilDay(containing: start + 86_399).start == start)
    }
}
