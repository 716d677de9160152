import Testing

@testable import Redaction

@Suite struct SecretValueTests {
    @Test(
        "what is too short, ordinary or only a reference is looked for nowhere",
        arguments: [
            "", "1", "true", "dev", "12345", "hello", "postgres", "Password", "change-me",
            "minioadmin", "localhost", "86400000", "${DB_PASSWORD}", "$(cat x)", "{{ secret }}",
            "/run/secrets/db", "file:/etc/x", "arn:aws:secretsmanager:x", "[redacted:3]", "  ab  ",
        ])
    func nowhere(value: String) {
        #expect(SecretValue(value).reach == .nowhere)
        let redactor = Redactor()
        redactor.learn(values: [value])
        let text = "a \(value) b x\(value)y"
        #expect(redactor.redact(text) == text)
    }

    @Test(
        "letters alone and digits alone count as words of their own",
        arguments: ["interpreter", "123456789", "kaltblut"])
    func words(value: String) {
        #expect(SecretValue(value).reach == .words)
        let redactor = Redactor()
        redactor.learn(values: [value])
        #expect(redactor.redact("\(value)s x\(value)") == "\(value)s x\(value)")
        for text in ["(\(value))", "\(value).", "a_\(value)_b", "%3D\(value)", "a\\n\(value)"] {
            let expected = text.replacing(value, with: "[redacted:1]")
            #expect(redactor.redact(text) == expected)
        }
    }

    @Test(
        "everything else is looked for anywhere",
        arguments: ["hunter2", "a1b2c3", "correcthorsebatterystaple", "p@ssword", " tr1mmed "])
    func anywhere(value: String) {
        #expect(SecretValue(value).reach == .anywhere)
        let redactor = Redactor()
        redactor.learn(values: [value])
        let trimmed = value.split(separator: " ").joined()
        #expect(redactor.redact("x\(trimmed)y") == "x[redacted:1]y")
    }

    @Test("a word that is also a harmless variable's value is looked for nowhere")
    func harmless() {
        let redactor = Redactor()
        redactor.learn(["DB_PASSWORD": "ratibauser", "DB_USER": "ratibauser"])
        #expect(redactor.redact("role ratibauser") == "role ratibauser")
        #expect(redactor.redact("password=ratibauser") == "password=[redacted:1]")
        // A password that nobody would call a user stays one.
        redactor.learn(["A_PASSWORD": "x7kq-93vb", "COPY": "x7kq-93vb"])
        #expect(redactor.redact("got x7kq-93vb") == "got [redacted:2]")
    }
}
