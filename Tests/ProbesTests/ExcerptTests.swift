import Redaction
import Testing

@testable import Probes

@Suite struct ExcerptTests {
    @Test(
        "a text is put on one line and cut",
        arguments: [
            ("", ""), ("a", "a"), (" a\n\tb ", "a b"), ("\u{1B}[31mred\u{7}", "[31mred"),
            ("0123456789", "0123456789"), ("0123456789x", "0123456789…"),
            ("a\u{202E}b\u{200B}c", "a b c"), ("a\r\n\r\n\r\nb", "a b"),
            ("éééééééééé", "éééééééééé"),
        ])
    func lines(text: String, line: String) {
        #expect(Excerpt.line(of: text, limit: 10, redactor: Redactor()) == line)
    }

    @Test("a secret that reaches beyond the end is not torn")
    func secrets() {
        let redactor = Redactor()
        redactor.learn(values: ["topsecretvalue"])
        let line = Excerpt.line(of: "12345 topsecretvalue", limit: 10, redactor: redactor)
        #expect(redactor.redact(line) == "12345 [redacted:1]")
    }

    @Test("a long text is not read to its end")
    func long() {
        let text = String(repeating: "x", count: 4 << 20)
        let taken = ContinuousClock().measure {
            _ = Excerpt.line(of: text, limit: 10, redactor: Redactor())
        }
        #expect(taken < .seconds(5))
    }
}
