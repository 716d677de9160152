import Foundation
import Logs
import Testing

@Suite("Log line")
struct LogLineTests {
    private func line(_ text: String) -> LogLine { LogLine(Array(text.utf8)[...]) }

    @Test(
        "what compose and the engine put in front is taken off",
        arguments: [
            ("portal-1  | ready", "ready", "portal-1" as String?, false),
            ("portal_1 | ready", "ready", "portal_1", false),
            ("mediamtx  | ready", "ready", "mediamtx", false),
            ("portal-1  |", "", "portal-1", false),
            ("2026-11-21T06:00:00.123456789Z ready", "ready", nil, true),
            ("2026-11-21T06:00:00.123456789Z", "", nil, true),
            ("2026-11-21T06:00:00.123456789Z   at main", "  at main", nil, true),
            ("portal-1  | 2026-11-21T06:00:00.123456789Z ready", "ready", "portal-1", true),
            ("\u{1B}[36mportal-1  | \u{1B}[0mready", "ready", "portal-1", false),
            ("2026-11-21T06:00:00.123Z ready", "2026-11-21T06:00:00.123Z ready", nil, false),
            ("id | name", "id | name", nil, false), ("a | b", "a | b", nil, false),
            ("| x", "| x", nil, false), ("INFO | x", "INFO | x", nil, false),
            ("2026-11-21 06:00:00.1 | INFO | x", "2026-11-21 06:00:00.1 | INFO | x", nil, false),
        ])
    func prefixes(text: String, own: String, container: String?, isReceived: Bool) {
        let line = line(text)
        #expect(line.string == own)
        #expect(line.container == container)
        #expect((line.received != nil) == isReceived)
    }

    @Test(
        "escape sequences are gone, whatever they end with",
        arguments: [
            ("\u{1B}[31mred\u{1B}[0m", "red"), ("a\u{1B}]0;title\u{07}b", "ab"),
            ("a\u{1B}]8;;http://x\u{1B}\\b", "ab"), ("a\u{1B}[38;5;1mb", "ab"), ("a\u{1B}cb", "ab"),
            ("a\u{1B}", "a"), ("a\u{1B}[31", "a"), ("a\u{1B}]never ended", "a"), ("plain", "plain"),
        ])
    func escapes(text: String, plain: String) {
        #expect(line(text).string == plain)
    }

    @Test("invalid UTF-8 survives")
    func invalid() {
        #expect(LogLine([0xFF, 0x61, 0x00][...]).string == "\u{FFFD}a\0")
    }

    @Test(
        "JSON's escapes are resolved where there are any",
        arguments: [
            (#"{"a":"x \"y\" z"}"#, #"{"a":"x "y" z"}"# as String?),
            (#"{"a":"caf\u00e9 \ud83d\ude00 a\nb"}"#, #"{"a":"café 😀 a b"}"#),
            (#"{"a":"\q \u12 \ud83d"}"#, #"{"a":"\q \u12 \ud83d"}"#), (#"{"a":"x"}"#, nil),
            (#"C:\dir\new"#, nil), (#"{\"#, #"{\"#),
        ])
    func unescaped(text: String, expected: String?) {
        #expect(line(text).unescaped.map { String(decoding: $0, as: UTF8.self) } == expected)
    }

    @Test(
        "lines end with a line feed, be it behind a carriage return",
        arguments: [
            ("", []), ("a", ["a"]), ("a\n", ["a"]), ("a\r\nb\n", ["a", "b"]),
            ("\n\nx", ["", "", "x"]), ("\u{FEFF}a\nb", ["a", "b"]), ("10%\r20%\n", ["10%\r20%"]),
        ])
    func lines(text: String, expected: [String]) {
        #expect(LogLines(Array(text.utf8)).map { String(decoding: $0, as: UTF8.self) } == expected)
    }
}
