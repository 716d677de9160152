import Testing

@testable import Catalog

@Suite struct DeadLinkRuleTests {
    private static let files = [
        "docs/other.md": "", "docs/with space.md": "", "docs/setup/index.md": "", "top.png": "",
        "docs/page.md": "", "docs/folder": "",
    ]

    private func findings(_ text: String, file: String = "docs/demo.md") -> [String] {
        // The world resolves `..`; this one has but to know the paths that tests name.
        var files = Self.files
        files["docs/../top.png"] = ""
        return Linted.findings(DeadLinkRule.self, "# D\n\n\(text)\n", file: file, files: files)
    }

    @Test(
        "files that are there, other places and what nobody can follow are fine",
        arguments: [
            "[a](other.md)", "[a](./other.md#x)".replacing("./", with: ""), "![a](../top.png)",
            "[a](https://x.test/y.md)", "[a](mailto:a@b.test)", "[a](#here)", "[a](/site/root)",
            "[a](//host/x.md)", "[a](with%20space.md)", "[a](<with space.md>)", "[a](setup/)",
            "[a](page)", "[a](folder)", "[a]({{< ref x.md >}})", "`[a](gone.md)`",
            "[a](other.md?x=1)",
        ])
    func fine(text: String) {
        #expect(findings(text) == [])
    }

    @Test(
        "a file that is gone is told once, at its first link",
        arguments: [
            ("see [a](gone.md)", "3:9 'gone.md' does not exist"),
            ("ä [a](gone.md#x) and [b](gone.md)", "3:7 'gone.md' does not exist (linked 2 times)"),
            ("**![a](img/gone.png)**", "3:8 'img/gone.png' does not exist"),
            ("one\ntwo [a](gone.md)", "4:9 'gone.md' does not exist"),
            ("[a][r]\n\n[r]: gone.md", "3:1 'gone.md' does not exist"),
            ("| a |\n|--|\n| [x](gone.md) |", "5:7 'gone.md' does not exist"),
            ("- a\n  - [x](gone/)", "4:9 'gone/' does not exist"),
        ])
    func told(text: String, finding: String) {
        #expect(findings(text) == [finding])
    }

    @Test("a shipped runbook has nothing around it")
    func embedded() {
        #expect(findings("[a](gone.md)", file: "embedded:demo.md") == [])
    }
}
