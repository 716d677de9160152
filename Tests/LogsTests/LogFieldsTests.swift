import Logs
import Machine
import Testing

@Suite("Log fields")
struct LogFieldsTests {
    private func fields(_ line: String) -> LogFields? { LogLine(Array(line.utf8)[...]).fields }

    @Test(
        "a field is found by its name or path",
        arguments: [
            (#"{"a":1}"#, "a", "1" as String?), (#"{"a":{"b":"x"}}"#, "a.b", "x"),
            (#"{"a.b":"x"}"#, "a.b", "x"), (#"{"a":[{"b":2}]}"#, "a.0.b", "2"),
            (#"{"a":[1]}"#, "a.9", nil), (#"{"a":1}"#, "b", nil), (#"{"a":1}"#, "a.b", nil),
            (#"2026-11-21 06:00:00 INFO {"a": "x y"}"#, "a", "x y"),
            (#"level=info msg="x \"y\" z" dur=2.5 n=-3"#, "msg", #"x "y" z"#),
            ("level=info dur=2.5 n=-3", "dur", "2.5"), ("a=1, b=2; c=3", "b", "2"),
            ("event_name   key='a b' other=True", "key", "a b"),
            ("event other=True", "other", "true"), ("a.b=1", "a.b", "1"), ("a=1 a=2", "a", "2"),
            ("tts done (ms=12)", "ms", "12)"), ("url=http://x/?a=1", "url", "http://x/?a=1"),
            ("a=", "a", ""), (#"a="unclosed b=2"#, "b", "2"), ("x == y", "x", nil),
            ("if a=>b", "a", nil),
            (
                "\u{1B}[1mevent\u{1B}[0m \u{1B}[36mkey\u{1B}[0m=\u{1B}[35mvalue\u{1B}[0m", "key",
                "value"
            ),
        ])
    func lookup(line: String, path: String, expected: String?) {
        #expect(fields(line)?[path]?.text == expected)
    }

    @Test(
        "lines without fields have none",
        arguments: ["", "ready", "{", "{}x", "{broken: 1}", "GET /a?b=1 200", "=", "1=2", "a ="])
    func none(line: String) {
        #expect(fields(line)?.object.isEmpty ?? true, "\(line)")
    }

    @Test("numbers stay numbers, and versions texts")
    func numbers() {
        #expect(fields("a=12.50 b=1.2.3 c=007")?["a"] == .number("12.50"))
        #expect(fields("a=12.50 b=1.2.3 c=007")?["b"] == .string("1.2.3"))
        #expect(fields("a=12.50 b=1.2.3 c=007")?["c"] == .string("007"))
    }

    @Test(
        "the message is told from other fields",
        arguments: [
            (#"{"event":"no_route","level":"info"}"#, "no_route"),
            (#"level=info msg="x y""#, "x y"),
            (#"{"message":"m","event":"e"}"#, "m"),
        ])
    func message(line: String, expected: String) {
        #expect(fields(line)?.message == expected)
    }

    @Test("a line too long, too deep or made of quotes is read in linear time")
    func hostile() {
        let length = 200_000
        let lines = [
            String(repeating: "a=\"", count: length / 3),
            String(repeating: "{\"a\":", count: length / 5),
            String(repeating: "a=1 ", count: length / 4), String(repeating: "'", count: length),
            String(repeating: "a='\\", count: length / 4),
            String(repeating: "{", count: length) + "}",
            #"{"a":""# + String(repeating: "x", count: 1 << 20) + #""}"#,
        ]
        let clock = ContinuousClock()
        let duration = clock.measure { for line in lines { _ = fields(line)?["a"] } }
        #expect(duration < .seconds(30))
        #expect(fields(lines[6]) == nil)
    }
}
