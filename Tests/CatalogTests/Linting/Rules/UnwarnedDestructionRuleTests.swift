import Testing

@testable import Catalog

@Suite struct UnwarnedDestructionRuleTests {
    private func findings(_ fix: String) -> [String] {
        Linted.findings(
            UnwarnedDestructionRule.self, "## It fails\n\n**Cause:** x\n\n**Fix:** \(fix)\n")
    }

    @Test(
        "harmless commands, warnings and what a build makes again are fine",
        arguments: [
            "`docker compose restart x`",
            "`docker compose down -v`. This destroys all data.",
            "Delete the volume:\n\n```sh\ndocker volume rm x\n```",
            "Run this, but back up first.\n\n```sh\nrm -rf /srv/data\n```",
            "```sh\nrm -rf node_modules && npm ci\n```", "`rm -rf ./dist /tmp/x`",
        ])
    func fine(fix: String) {
        #expect(findings(fix) == [])
    }

    @Test(
        "a loss that nobody speaks of is told at the command",
        arguments: [
            ("Do `docker compose down -v` and start it.", "5:14", "docker compose down -v"),
            ("\n\n```sh\nmake stop\nrm -rf /srv/data\n```", "9:1", "rm -rf /srv/data"),
            ("`rm -rf dist /srv/data`", "5:11", "rm -rf dist /srv/data"),
        ])
    func told(fix: String, place: String, command: String) {
        #expect(
            findings(fix) == [
                "\(place) '\(command)' destroys data, and 'It fails' does not say so"
            ])
    }

    @Test("the words of a command are no warning of it")
    func ownWords() {
        #expect(findings("`docker volume prune`").count == 1)
        #expect(findings("`docker volume prune` prunes what nobody uses").isEmpty)
    }
}
