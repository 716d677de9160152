import Catalog
import Testing

@testable import Triage

@Suite struct PlaceholderFillingTests {
    private func filled(
        _ text: String, path: String = "summit/fr", service: String? = "mediamtx",
        variables: [String: String] = [:]
    ) -> String {
        let item = RecordBuilder.failing(
            "mediamtx */*", component: "mediamtx", subjects: [path], owners: [])
        let filling = PlaceholderFilling(
            service: service, evidence: [item.result],
            variables: ["event_slug": "summit", "PORTAL_URL": "http://localhost:8000"]
                .merging(variables) { _, given in given })
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

    @Test("a component that is no service is never named in a command of compose")
    func noService() {
        #expect(filled("docker compose restart <service>", service: nil).hasSuffix("<service>"))
    }

    @Test(
        "a fix destroys data where what is filled in makes it so",
        arguments: [("down", true), ("logs", false)])
    func destructive(action: String, expected: Bool) {
        let filling = PlaceholderFilling(
            service: nil, evidence: [], variables: ["action": action])
        let fix = Fix(text: "Do it.", commands: ["docker compose {action} -v"])
        #expect(filling.fill(fix).isDestructive == expected)
    }

    @Test("what the user gave wins over what was observed")
    func given() {
        #expect(filled("patch/{path}", variables: ["path": "gala/de"]) == "patch/gala/de")
        #expect(filled("restart <service>", variables: ["service": "relay"]) == "restart relay")
    }

    @Test(
        "an observed name that a shell would run is never put into a command",
        arguments: ["$(reboot)", "a;b", "`id`", "-rf", "a b", "x\u{1B}[2J"])
    func harmful(path: String) {
        #expect(filled("patch/{path}", path: path) == "patch/{path}")
    }
}
