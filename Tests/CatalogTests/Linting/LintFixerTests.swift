import Testing

@testable import Catalog

@Suite struct LintFixerTests {
    /// A text mended, and what was done and left.
    private func fixed(
        _ text: String, verified: String? = nil
    ) throws -> (text: String, result: LintFixer.Result) {
        let source = RunbookSource(file: "demo.md", bytes: Array(text.utf8))
        let runbook = try #require(Catalog.load(sources: [source]).runbooks.first)
        let result = LintFixer.fix(runbook, in: source, verified: verified)
        return (String(decoding: result.bytes, as: UTF8.self), result)
    }

    @Test(
        "entries of every shape get the id they have, and keep everything else",
        arguments: [
            (
                "# Problems\n\n## It fails\n\n**Fix:** x\n\n## Two ##  \n\n**Fix:** y",
                "# Problems\n\n## It fails <a id=\"it-fails\"></a>\n\n**Fix:** x\n\n"
                    + "## Two <a id=\"two\"></a> ##  \n\n**Fix:** y"
            ),
            (
                "It fails\n========\n\n**Fix:** x\n\nIt hangs\n===\n\n**Fix:** x\n",
                "It fails <a id=\"it-fails\"></a>\n========\n\n**Fix:** x\n\n"
                    + "It hangs <a id=\"it-hangs\"></a>\n===\n\n**Fix:** x\n"
            ),
            (
                "| Symptom | Fix |\r\n|--|--|\r\n| it fails | x |\r\nit hangs | y\r\n",
                "| Symptom | Fix |\r\n|--|--|\r\n| <a id=\"it-fails\"></a>it fails | x |\r\n"
                    + "<a id=\"it-hangs\"></a>it hangs | y\r\n"
            ),
            (
                "# Problems\n\n* **api: fails.** Restart.\n* **db: hangs.** Wait.\n",
                "# Problems\n\n* <a id=\"api-fails\"></a>**api: fails.** Restart.\n"
                    + "* <a id=\"db-hangs\"></a>**db: hangs.** Wait.\n"
            ),
            (
                "# FAQ\n\n**Q: Why does it fail?**\nFix: x\n",
                "# FAQ\n\n**Q: Why does it fail?** <a id=\"why-does-it-fail\"></a>\nFix: x\n"
            ),
            (
                "## It fails\n\n**Fix:** x\n\n## It fails\n\n**Fix:** y\n",
                "## It fails <a id=\"it-fails\"></a>\n\n**Fix:** x\n\n"
                    + "## It fails <a id=\"it-fails-2\"></a>\n\n**Fix:** y\n"
            ),
        ])
    func identifiers(body: String, expected: String) throws {
        let ending = body.utf8.contains(0x0D) ? "\r\n" : "\n"
        let front = "\u{FEFF}---\(ending)system: demo\(ending)---\(ending)\(ending)"
        let (text, result) = try fixed(front + body)
        #expect(Array(text.utf8) == Array((front + expected).utf8), "\(text)")
        #expect(result.refusals == [])
        let again = try fixed(text)
        #expect(again.result.edits == [], "a second time there is nothing to do")
        #expect(Array(again.text.utf8) == Array(text.utf8))
    }

    @Test("ordinary documents are left alone")
    func ordinary() throws {
        #expect(try fixed("## It fails\n\n**Fix:** x\n").result.edits == [])
    }

    @Test(
        "last_verified becomes the day, and nothing else changes",
        arguments: [
            ("last_verified: 2026-01-01", "last_verified: 2026-11-21"),
            ("last_verified: \"2026-01-01\"  # by me", "last_verified: \"2026-11-21\"  # by me"),
            ("last_verified:", "last_verified: 2026-11-21"),
            ("last_verified:   # never", "last_verified: 2026-11-21   # never"),
            ("last_verified: soon", "last_verified: 2026-11-21"),
            ("owner: me", "owner: me\nlast_verified: 2026-11-21"),
            ("last_verified: 2026-11-21", "last_verified: 2026-11-21"),
        ])
    func verified(before: String, after: String) throws {
        let (text, result) = try fixed("---\n\(before)\n---\n# T\n", verified: "2026-11-21")
        #expect(text == "---\n\(after)\n---\n# T\n")
        #expect(result.refusals == [])
        #expect(try fixed(text, verified: "2026-11-21").result.edits == [])
    }

    @Test(
        "where it cannot be set it says so and changes nothing",
        arguments: ["# T\n", "+++\nx = 1\n+++\n# T\n", "---\nlast_verified: [a]\n---\n# T\n"])
    func refused(text: String) throws {
        let (after, result) = try fixed(text, verified: "2026-11-21")
        #expect(after == text)
        #expect(
            result.refusals.map(\.message).allSatisfy { $0.hasPrefix("last_verified not set: ") })
        #expect(result.refusals.count == 1)
    }

    @Test("a title of the front matter has no place for an anchor")
    func frontMatterTitle() throws {
        let text =
            "---\ntitle: KubePodCrashLooping\nsystem: s\n---\n\n## Meaning\n\na\n\n## Mitigation\n\nb\n"
        let (after, result) = try fixed(text)
        #expect(after == text)
        #expect(result.refusals.map(\.location.line) == [2])
    }

    @Test("what is no UTF-8 is not touched")
    func encoding() throws {
        let bytes = Array("---\nsystem: s\n---\n## It fails\n\n**Fix:** ".utf8) + [0xFF, 0x0A]
        let source = RunbookSource(file: "demo.md", bytes: bytes)
        let runbook = try #require(Catalog.load(sources: [source]).runbooks.first)
        let result = LintFixer.fix(runbook, in: source, verified: "2026-11-21")
        #expect(result.bytes == bytes)
        #expect(result.refusals.map(\.rule) == ["file-encoding"])
    }
}
