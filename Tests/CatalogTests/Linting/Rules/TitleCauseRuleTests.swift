import Testing

@testable import Catalog

@Suite struct TitleCauseRuleTests {
    private func findings(_ title: String) -> [String] {
        Linted.findings(TitleCauseRule.self, "# Problems\n\n## \(title)\n\n**Fix:** x\n")
    }

    @Test(
        "what one sees is fine, be it a message that names a cause",
        arguments: [
            "Uploads hang", "Missing audio", "Wrong language is heard", "A variable is missing",
            "Session room connects to the wrong media server", "Error: missing API key",
            "\"Missing token\"", "Missing token error", "`missing permission`", "Bad gateway",
            "Missing updates after the last migration of the database",
        ])
    func fine(title: String) {
        #expect(findings(title) == [])
    }

    @Test(
        "a cause is told, and only as a note",
        arguments: [
            "Missing STRIPE_KEY variable", "Wrong base URL", "Nginx is misconfigured",
            "Incorrect file permissions", "CORS misconfiguration",
        ])
    func told(title: String) {
        #expect(
            findings(title) == [
                "3:1 '\(title)' says why rather than what one sees; people look up what they see"
            ])
        #expect(TitleCauseRule.description.severity == .note)
    }
}
