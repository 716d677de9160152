import Testing

@testable import Catalog

@Suite struct EntryAdditionTests {
    /// What adding an entry makes of a text.
    private func added(
        _ symptom: String, to text: String
    ) throws -> (text: String, addition: EntryAddition) {
        let source = RunbookSource(file: "demo.md", bytes: Array(text.utf8))
        let runbook = try #require(Catalog.load(sources: [source]).runbooks.first)
        let template = EntryTemplate(
            title: MarkdownWords.markdown(of: symptom),
            identifier: EntryTemplate.identifier(for: symptom))
        let addition = try EntryAddition(
            of: template, to: runbook, in: source, besides: runbook.entries)
        return (String(decoding: addition.bytes, as: UTF8.self), addition)
    }

    @Test(
        "a row has the table's columns, its numbers go on, and pipes are escaped",
        arguments: [
            (
                "| Symptom | Cause | Fix |\n|--|--|--|\n| it fails | x | y |\n\nEnd.\n",
                "| <a id=\"a-b-hangs\"></a>a \\| b hangs | why, and how to tell | what to do, as commands |"
            ),
            (
                "| # | Problem | Check | Owner | Solution |\n|-|-|-|-|-|\n| 4 | it fails | a | me | b |\n\nEnd.\n",
                "| 5 | <a id=\"a-b-hangs\"></a>a \\| b hangs | how to tell | … | what to do, as commands |"
            ),
            (
                "| Error | Fix |\n|--|--|\n| E-07: it fails | y |\n\nEnd.\n",
                "| E-08: a \\| b hangs | what to do, as commands |"
            ),
        ])
    func row(text: String, row: String) throws {
        let after = try added("a | b hangs", to: text).text
        #expect(after == text.replacing("\n\nEnd.", with: "\n\(row)\n\nEnd."))
    }

    @Test("a bullet goes behind the last, with its marker and gap")
    func bullet() throws {
        let why = "why, and what to do."
        #expect(
            try added("it lags", to: "# Problems\n\n* **It fails.** x\n  y\n\nEnd.").text
                == "# Problems\n\n* **It fails.** x\n  y\n* **it lags.** \(why) <a id=\"it-lags\"></a>\n\nEnd."
        )
        #expect(
            try added("it lags", to: "# Problems\n\n1. **It fails.** x\n\n2. **It dies.** y\n").text
                .hasSuffix("y\n\n3. **it lags.** \(why) <a id=\"it-lags\"></a>\n"))
    }

    @Test(
        "a heading goes behind the last section, in its level and series",
        arguments: [
            (
                "# R\n\n## Problems\n\n### IC-09: It fails\n\n**Fix:** x\n\n<a id=\"c\"></a>\n## Codes\n",
                "### IC-10: it lags\n", 9
            ),
            (
                "# T\n\n## Issue 2 — It fails\n\nStatus: open\nSeverity: low\nFix: x\n",
                "## Issue 3 — it lags\n", 9
            ),
            ("## 3. It fails\n\n**Fix:** x", "## 4. it lags <a id=\"it-lags\"></a>\n", 5),
            ("# A\n\nProse.\n", "## it lags <a id=\"it-lags\"></a>\n", 5), ("", "## it lags", 1),
        ])
    func heading(text: String, heading: String, line: Int) throws {
        let (after, addition) = try added("it lags", to: text)
        #expect(after.contains("\(heading)"), "\(after)")
        #expect(addition.entry.location.line == line)
        #expect(addition.entry.title == "it lags")
        #expect(!after.contains("\n\n\n"))
    }

    @Test("a question in bold is followed by one")
    func question() throws {
        let after = try added(
            "Why is it slow?", to: "# FAQ\n\n**Q: Why does it fail?**\nx\n\n## Contact\n"
        ).text
        #expect(
            after == "# FAQ\n\n**Q: Why does it fail?**\nx\n\n**Q: Why is it slow?** "
                + "<a id=\"why-is-it-slow\"></a>\n\nWhy, and what to do.\n\n## Contact\n")
    }

    @Test("line ends and a byte order mark stay")
    func lineEnds() throws {
        let text = "\u{FEFF}# R\r\n\r\n## It fails\r\n\r\n**Fix:** x"
        let after = Array(try added("it lags", to: text).text.utf8)
        #expect(after.starts(with: Array(text.utf8)))
        #expect(after.count { $0 == 0x0A } == after.count { $0 == 0x0D })
    }

    @Test(
        "words with marks are read as they were typed",
        arguments: [
            "a <b> fails", "x_y_z fails", "`ps` fails", "a* fails *b", "[a](b) fails", "# fails",
        ])
    func marks(symptom: String) throws {
        let title = try added(symptom, to: "## It dies\n\n**Fix:** x\n").addition.entry.title
        #expect(title == symptom.replacing("`", with: ""))
    }

    @Test(
        "a title that is there is refused, whatever its case and code",
        arguments: ["It fails", "it FAILS", "IC-07: it fails"])
    func taken(symptom: String) {
        #expect(throws: EntryAddition.Failure.self) {
            try added(symptom, to: "## IC-01: It fails\n\n**Fix:** x\n")
        }
    }

    @Test(
        "what would be read as another section is refused",
        arguments: ["Close codes", "Escalation"])
    func section(symptom: String) {
        #expect(throws: EntryAddition.Failure.notAnEntry) {
            try added(symptom, to: "# R\n\n## It fails\n\n**Fix:** x\n")
        }
    }
}
