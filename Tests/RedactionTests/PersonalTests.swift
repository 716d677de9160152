import Redaction
import Testing

@Suite struct PersonalTests {
    @Test(
        "what says who someone is is hidden when asked for",
        arguments: [
            ("from joe.doe+x@mail.example.org.", "from [redacted:1]."),
            (#"{"email":"a@b.co"}"#, #"{"email":"[redacted:1]"}"#),
            ("call +49 (30) 1234-5678 now", "call [redacted:1] now"),
            ("tel +14155552671", "tel [redacted:1]"), ("at (555) 123-4567", "at [redacted:1]"),
            ("555-123-4567", "[redacted:1]"),
            (#""wa_id":"4915112345678""#, #""wa_id":"[redacted:1]""#),
            ("phone_number: 015112345678", "phone_number: [redacted:1]"),
            ("client 203.0.113.7:443 gone", "client [redacted:1]:443 gone"),
            ("10.0.0.0/8", "[redacted:1]/8"),
            ("peer [2001:db8::ff00:42:8329]:443", "peer [[redacted:1]]:443"),
            (
                "203.0.113.7 and 203.0.113.7, not 203.0.113.8",
                "[redacted:1] and [redacted:1], not [redacted:2]"
            ),
            ("x=203.0.113.7", "x=[redacted:1]"), ("2001:db8:0:1:1:1:1:1", "[redacted:1]"),
        ])
    func personal(text: String, expected: String) {
        let redactor = Redactor()
        #expect(redactor.redact(text) == text)
        redactor.hidePersonal()
        #expect(redactor.redact(text) == expected)
    }

    @Test(
        "what only looks like it stays",
        arguments: [
            "127.0.0.1:8000", "0.0.0.0", "::1", "[::]:80", "v1.2.3.4", "1.2.3.4.5", "1.2.3",
            "256.1.1.1",
            "12:30:45", "02:42:ac:11:00:02", "std::vector<a::b>", "2026-11-21T06:09:00+01:00",
            "+0200", "a + 12345678901", "3f2504e0-4f89-41d3-9a0c-0305e82c3301", "1732168140123",
            "postgres@sha256:abc", "user@host", "react@18.2.0", "@app.get", "x@", "+1-2",
            "build 20261121-0609",
        ])
    func harmless(text: String) {
        let redactor = Redactor()
        redactor.hidePersonal()
        #expect(redactor.redact(text) == text)
    }
}
