import Testing

@testable import Catalog

@Suite struct MissingIDRuleTests {
    private static let entries = "## It fails\n\n**Fix:** x\n\n## It hangs\n\n**Fix:** y\n"

    @Test(
        "ordinary documents are not asked, nor are entries that have an id",
        arguments: [
            entries,
            "---\ntitle: T\nowner: me\nweight: 3\n---\n\n" + entries,
            "---\nsystem: s\n---\n\n## IC-01: It fails\n\n**Fix:** x\n",
            "---\nsystem: s\n---\n\n## It fails <a id=\"a\"></a>\n\n**Fix:** x\n",
            "---\nsystem: s\n---\n\n# Close codes\n\n- `4001`: no token\n",
        ])
    func fine(markdown: String) {
        #expect(Linted.findings(MissingIDRule.self, markdown) == [])
    }

    @Test("where some have one, each that has none is told its own")
    func some() {
        let markdown = "## It dies <a id=\"x\"></a>\n\n**Fix:** x\n\n" + Self.entries
        #expect(
            Linted.findings(MissingIDRule.self, markdown) == [
                "5:1 this entry's id changes with its title; add <a id=\"it-fails\"></a>",
                "9:1 this entry's id changes with its title; add <a id=\"it-hangs\"></a>",
            ])
    }

    @Test("a runbook of ours without any is told once")
    func none() {
        #expect(
            Linted.findings(MissingIDRule.self, "---\nsystem: s\n---\n\n" + Self.entries) == [
                "5:1 none of the 2 entries has an id that outlives its title; lint with --fix "
                    + "gives them theirs"
            ])
        let probed = Self.entries + "\n```probe\nhttp http://x/\n```\n"
        #expect(Linted.findings(MissingIDRule.self, probed).count == 1)
    }

    @Test("an id of the line alone cannot be given as it is")
    func line() {
        let markdown = "---\nsystem: s\n---\n\n## ??? \n\n**Symptoms:** a\n\n**Fix:** x\n"
        #expect(
            Linted.findings(MissingIDRule.self, markdown) == [
                "5:1 this entry has no id but its line; add <a id=\"…\"></a>"
            ])
    }
}
