import Catalog
import Testing

@testable import Triage

@Suite struct PlaceholderFillingTests {
    private func filled(_ text: String, path: String = "summit/fr") -> String {
        let item = RecordBuilder.failing(
            "mediamtx */*", component: "mediamtx", subjects: [path], owners: [])
        let filling = PlaceholderFilling(
            component: "mediamtx", evidence: [item.result],
            variables: ["event_slug": "summit", "PORTAL_URL": "http://localhost:8000"])
        return filling.fill(Fix(text: text)).text
    }

    @Test(
        "known placeholders are filled, the others stay",
        arguments: [
            ("docker compose logs <service>", "docker compose logs mediamtx"),
            ("PATCH /v3/config/paths/patch/{path}", "PATCH /v3/config/paths/patch/summit/fr"),
            ("curl ${PORTAL_URL}/healthz", "curl http://localhost:8000/healthz"),
            ("{event_slug}/{language_code}", "summit/{language_code}"),
            ("-d '{\"alwaysAvailable\": true}'", "-d '{\"alwaysAvailable\": true}'"),
            ("a < b and <unknown>", "a < b and <unknown>"),
            ("<", "<"), ("{path", "{path"), ("", ""),
        ])
    func placeholders(text: String, expected: String) {
        #expect(filled(text) == expected)
    }

    @Test(
        "an observed name that a shell would run is never put into a command",
        arguments: ["$(reboot)", "a;b", "`id`", "-rf", "a b", "x\u{1B}[2J"])
    func harmful(path: String) {
        #expect(filled("patch/{path}", path: path) == "patch/{path}")
    }
}
