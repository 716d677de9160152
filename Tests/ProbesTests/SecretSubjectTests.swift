import Catalog
import Probes
import Redaction
import Testing

@Suite struct SecretSubjectTests {
    @Test(
        "a secret subject is not shown, the name of a variable is",
        arguments: [
            ("jwt ${TOKEN} expired=false", "${TOKEN}", "jwt ${TOKEN} expired=false"),
            ("jwt aaa.bbb.ccc", "[redacted:1]", "jwt [redacted:1]"),
            (
                "jwt 'Bearer aaa.bbb.ccc' scope='a b' kid~x", "[redacted:1]",
                "jwt [redacted:1] 'scope=a b' kid~x"
            ),
            ("jwt \"Bearer ${TOKEN}\" valid=true", "[redacted:1]", "jwt [redacted:1] valid=true"),
            ("jwt ${TOKEN:-aaa.bbb.ccc} valid=true", "[redacted:1]", "jwt [redacted:1] valid=true"),
            ("jwt ${TOKEN}${TOKEN}", "[redacted:1]", "jwt [redacted:1]"),
            ("jwt x${TOKEN}", "[redacted:1]", "jwt [redacted:1]"),
            ("http http://x/ status=200", "http://x/", "http http://x/ status=200"),
            ("env SECRET length>3", "SECRET", "env SECRET length>3"),
            ("nokind aaa.bbb.ccc", "aaa.bbb.ccc", "nokind aaa.bbb.ccc"),
        ])
    func shown(text: String, subject: String, shown: String) throws {
        let line = try LineCheck.line(text + " # why").withoutSecretSubject(Redactor())
        #expect(line.subject == subject)
        #expect(line.text == shown)
        #expect(line.reason == "why")
    }

    @Test("a line that could not be looked at does not show it either")
    func unknown() throws {
        let line = try LineCheck.line("jwt aaa.bbb.ccc claim.email=x")
        let result = ProbeCheck.unknown(line, because: "no time", redactor: Redactor())
        #expect(result.line.text == "jwt [redacted:1] claim.email=x")
        #expect(result.line.subject == "[redacted:1]")
        #expect(result.component == "jwt")
    }

    private static let token = "aaaaaaaaaaaaaaaaaaaa.bbbbbbbbbbbbbbbbbbbbbbbbbb.cccccccccccccccccc"

    @Test(
        "nor does a mistake in its line, wherever the secret stands",
        arguments: [
            "jwt x \(token)=1", "jwt x remaining>\(token)", "jwt x valid=\(token)",
            "jwt x timeout=\(token)", "jwt x kid~(\(token)", "jwt x \(token)=\(token)",
        ])
    func mistakes(text: String) throws {
        let found = ProbeLineValidation.diagnostics(for: try LineCheck.line(text))
        #expect(found.count == 1)
        #expect(found.allSatisfy { !$0.message.contains("bbbb") && $0.message.contains("'…'") })
    }

    @Test("a short word in such a mistake is shown, for it helps")
    func helpful() throws {
        let line = try LineCheck.line("jwt x expird=false remaining>soon")
        #expect(
            ProbeLineValidation.diagnostics(for: line).map(\.message) == [
                "jwt has no key 'expird'; did you mean 'expired'?",
                "'remaining' wants a time such as 2s or 5m, not 'soon'",
            ])
    }
}
