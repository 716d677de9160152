import Testing

@testable import Catalog

@Suite struct UnexplainedPlaceholderRuleTests {
    private func findings(_ command: String, prose: String = "") -> [String] {
        Linted.findings(
            UnexplainedPlaceholderRule.self,
            """
            ---
            variables:
              EVENT_SLUG:
            ---

            ## It fails

            **Symptoms:** red. \(prose)

            **Fix:** `docker \(command)`
            """)
    }

    @Test(
        "what a variable, running text or the name itself explains is fine",
        arguments: [
            ("logs <event-slug>", ""), ("logs {event_slug}", ""), ("logs <pod>", "Pods are small."),
            ("logs <your-name>", ""), ("logs <ns>", "`<ns>` is where it runs."),
            ("run x <<EOF", ""), ("run awk '{print $1}'", ""), ("run ${SHELL_VAR}", ""),
            ("logs %{http_code}", ""),
        ])
    func fine(command: String, prose: String) {
        #expect(findings(command, prose: prose) == [])
    }

    @Test("what nothing explains is told once, where it stands; a command explains nothing")
    func told() {
        #expect(
            findings("logs <pod-name> <pod-name>", prose: "See `kubectl get <pod-name> x`.") == [
                "10:23 nothing says what to put for '<pod-name>'"
            ])
        #expect(
            findings("logs {room_id}") == ["10:23 nothing says what to put for '{room_id}'"])
    }

    @Test("ordinary documents are not asked")
    func ordinary() {
        let markdown = "## It fails\n\n**Fix:** `docker logs <pod>`\n"
        #expect(Linted.findings(UnexplainedPlaceholderRule.self, markdown) == [])
    }
}
