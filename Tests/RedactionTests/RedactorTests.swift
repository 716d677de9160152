import Redaction
import Testing

@Suite struct RedactorTests {
    @Test("the value of a variable whose name says secret is replaced wherever it appears")
    func byValue() {
        let redactor = Redactor()
        redactor.learn(["ADMIN_PASSWORD": "hunter2-hunter2", "HOME": "/root/home"])
        #expect(
            redactor.redact("saw hunter2-hunter2 in /root/home") == "saw [redacted:1] in /root/home"
        )
    }

    @Test("equal secrets get equal tokens, different ones different tokens")
    func stable() {
        let redactor = Redactor()
        redactor.learn(["A_TOKEN": "first-secret", "B_TOKEN": "second-secret"])
        let once = redactor.redact("second-secret")
        #expect(redactor.redact("first-secret") != once)
        #expect(redactor.redact("x second-secret y") == "x \(once) y")
    }

    @Test("a secret that contains another is replaced as a whole")
    func nested() {
        let redactor = Redactor()
        redactor.learn(values: ["secret", "secret-and-more"])
        #expect(redactor.redact("secret-and-more") == "[redacted:1]")
    }

    @Test(
        "secrets are found by their shape",
        arguments: [
            (
                "postgresql://app:s3cr3t@db:5432/app", "postgresql://app:[redacted:1]@db:5432/app"
            ),
            ("Authorization: Bearer abcdef1234567890", "Authorization: Bearer [redacted:1]"),
            ("redis://:s3cr3t@cache:6379/0", "redis://:[redacted:1]@cache:6379/0"),
        ])
    func byShape(text: String, expected: String) {
        #expect(Redactor().redact(text) == expected)
    }

    @Test(
        "ordinary text stays as it is",
        arguments: [
            "http://localhost:8000/healthz", "mailto:someone@example.org", "bearer tokens expire",
            "Basic authentication", "user@host:/path", "a :// b", "ratio 3:4@noon", "",
        ])
    func harmless(text: String) {
        #expect(Redactor().redact(text) == text)
    }

    @Test("the password of a DSN is learnt by value too")
    func urlValue() {
        let redactor = Redactor()
        redactor.learn(["DATABASE_URL": "postgresql://app:interpreter@db/app"])
        #expect(redactor.redact("password interpreter failed") == "password [redacted:1] failed")
    }
}
