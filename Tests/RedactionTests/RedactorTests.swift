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
        redactor.learn(values: ["s3cret", "s3cret-and-more"])
        #expect(redactor.redact("s3cret-and-more") == "[redacted:1]")
    }

    @Test(
        "secrets are found by their shape",
        arguments: [
            (
                "postgresql://app:s3cr3t@db:5432/app", "postgresql://app:[redacted:1]@db:5432/app"
            ),
            ("Authorization: Bearer abcdef1234567890", "Authorization: Bearer [redacted:1]"),
            ("redis://:s3cr3t@cache:6379/0", "redis://:[redacted:1]@cache:6379/0"),
            ("amqp://u:pa/ss?w#rd@host/x", "amqp://u:[redacted:1]@host/x"),
            ("authorization: BEARER abcdef1234567890", "authorization: BEARER [redacted:1]"),
            ("password=hunter2 user=app", "password=[redacted:1] user=app"),
            ("PGPASSWORD='two words' psql", "PGPASSWORD='[redacted:1]' psql"),
            (#"{"api_key": "k-123", "name": "x"}"#, #"{"api_key": "[redacted:1]", "name": "x"}"#),
            ("GET /hook?token=abc123&x=1", "GET /hook?token=[redacted:1]&x=1"),
            ("clientSecret: q8Zt7", "clientSecret: [redacted:1]"),
            (
                "got eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiI0MiJ9.c2lnbmF0dXJl from x",
                "got [redacted:1] from x"
            ),
            ("x=eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiI0MiJ9.c2lnbmF0dXJl", "x=[redacted:1]"),
            ("--eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiI0MiJ9.c2lnbmF0dXJl", "--[redacted:1]"),
            ("key AKIAIOSFODNN7EXAMPLE ok", "key [redacted:1] ok"),
            (
                "-----BEGIN RSA PRIVATE KEY-----\nMIIE\n-----END RSA PRIVATE KEY-----\nx",
                "-----BEGIN RSA PRIVATE KEY-----[redacted:1]-----END RSA PRIVATE KEY-----\nx"
            ),
            ("a password=abc1 b password=abc1", "a password=[redacted:1] b password=[redacted:1]"),
        ])
    func byShape(text: String, expected: String) {
        #expect(Redactor().redact(text) == expected)
    }

    @Test(
        "ordinary text stays as it is",
        arguments: [
            "http://localhost:8000/healthz", "mailto:someone@example.org", "bearer tokens expire",
            "Basic authentication", "Basic authorization", "basic understanding",
            "Basic Auth: off",
            "flags:\n- --password\n- --user\n", "- --token\n- what the service gave you\n",
            "- --password\n- required\n", #"["--password-file","/run/x1"]"#,
            #"use "--token", then "--user""#, #"["--requirepass", ""]"#,
            #"{"flag":"--token","default":null}"#, #"{\"flag\":\"--token\",\"default\":1}"#,
            "user@host:/path", "a :// b", "ratio 3:4@noon", "",
            "invalid token: expired", "signature_valid=False", "token: [redacted:7]",
            "password=${DB_PASSWORD}", "env JWT_SECRET length>=32", "auth: expected hello",
            "http://localhost:8000/a@b", "max_tokens=4096 used", "secret==x", "token", "token=",
            "the password: ", "-----BEGIN CERTIFICATE-----\nMIIE",
        ])
    func harmless(text: String) {
        #expect(Redactor().redact(text) == text)
    }

    @Test(
        "bytes that are no UTF-8 and cut-off shapes are survived",
        arguments: [
            "password=", "password=\"", "://:", "://a:b@", "Bearer ", "eyJ", "PRIVATE KEY-----",
            "-----BEGIN PRIVATE KEY-----", "\"token\":\"", "token:\u{FFFD}\u{FFFD}\u{FFFD}",
        ])
    func cutOff(text: String) {
        let redactor = Redactor()
        #expect(redactor.redact(redactor.redact(text)) == redactor.redact(text))
    }

    @Test("the password of a DSN is learnt by value too")
    func urlValue() {
        let redactor = Redactor()
        redactor.learn(["DATABASE_URL": "postgresql://app:interpreter@db/app"])
        #expect(redactor.redact("password interpreter failed") == "password [redacted:1] failed")
    }
}
