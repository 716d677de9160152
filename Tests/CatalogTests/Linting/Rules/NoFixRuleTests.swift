import Testing

@testable import Catalog

@Suite struct NoFixRuleTests {
    @Test(
        "a fix will do, and so will checks",
        arguments: [
            "**Fix:** restart", "**Diagnosis:**\n\n- is it on?\n- is it plugged in?",
            "**Cause:** x\n\n**Fix:**\n\n```sh\nmake\n```",
        ])
    func fine(body: String) {
        #expect(Linted.findings(NoFixRule.self, "## It fails\n\n\(body)\n") == [])
    }

    @Test("codes need none")
    func codes() {
        #expect(Linted.findings(NoFixRule.self, "# Close codes\n\n- `4001`: no token\n") == [])
    }

    @Test("without either it is told, in a table at its row")
    func told() {
        #expect(
            Linted.findings(NoFixRule.self, "## It fails\n\n**Symptoms:** red\n") == [
                "1:1 'It fails' has neither a cause nor a fix"
            ])
        let table =
            "| Symptom | Cause | Fix |\n|--|--|--|\n| it fails | y | z |\n| it hangs | y | |\n"
        #expect(Linted.findings(NoFixRule.self, table) == ["4:1 'it hangs' has a cause and no fix"])
    }
}
