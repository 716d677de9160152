import Testing

@testable import Markdown

@Suite("HTML as structure")
struct HTMLFolderTests {
    private func folded(_ text: String) -> String { Document(parsing: text).foldingHTML().dump }

    @Test("details are callouts titled by their summary, whatever stands in them")
    func details() {
        let dump = folded(
            "<details>\n<summary>It <b>fails</b></summary>\n\nRun `a`.\n\n```sh\nb\n```\n\n</details>\n\nc"
        )
        #expect(
            dump == """
                callout details @1:1-8 1:"It **fails**"
                  paragraph @4:1-4 1:"Run `a`."
                  code fenced "sh" @6:1-8 text@7:1
                    | b
                paragraph @12:1-12 1:"c"
                """)
    }

    @Test("text without a blank line behind the tag is Markdown, too, and paragraphs are parted")
    func compactDetails() {
        let dump = folded(
            "<details><summary>T</summary>\n<p>a <code>b</code></p><p>c</p>\n</details>")
        #expect(dump.contains("\"a `b`\"") && dump.contains("\"c\""))
        #expect(dump.hasPrefix("callout details"))
    }

    @Test("nested and unclosed details end where their surroundings do")
    func nesting() {
        let document = Document(
            parsing: "<details><summary>A</summary>\n\n<details><summary>B</summary>\n\nx"
        ).foldingHTML()
        var titles: [String] = []
        document.walk { block in
            if case .callout(let callout) = block.content {
                titles.append(callout.title?.source ?? "")
            }
        }
        #expect(titles == ["A", "B"])
    }

    @Test("a table of tags is a table; its rows know their lines, short ones are filled up")
    func table() {
        let dump = folded(
            """
            <table>
            <tr><th>Symptom</th><th>Fix</th></tr>
            <tr>
              <td>It <code>fails</code> &amp; stops</td>
              <td>Run<br>
                <code>a | b</code></td>
            </tr>
            <tr><td>Short</td></tr>
            </table>
            """)
        #expect(
            dump == """
                table @1:1-9 none none
                  header 1:"Symptom" 1:"Fix"
                  row @3:1 1:"It `fails` &amp; stops" 1:"Run<br> `a | b`"
                  row @8:1 1:"Short" 1:""
                """)
    }

    @Test("Markdown between the tags of a cell stays in the cell")
    func tableWithMarkdown() {
        let dump = folded("<table><tr><th>A</th></tr>\n<tr><td>\n\nx **y**\n\n</td></tr>\n</table>")
        #expect(dump.contains("row @2:1 1:\"x **y**<br>\""))
    }

    @Test("a table that nobody closes takes nothing with it")
    func openTable() {
        let dump = folded("<table>\n<tr><td>\n\na\n\n# It fails\n\nb")
        #expect(
            dump.contains("heading 1 @6:1-6") && dump.contains("\"a\"") && dump.contains("\"b\""))
    }

    @Test("components with a title are callouts, others only go; indentation in them is layout")
    func components() {
        let dump = folded(
            "<Steps>\n<Accordion title=\"It fails\">\n    Run **a**\n    now.\n</Accordion>\n</Steps>"
        )
        #expect(
            dump == """
                callout accordion @2:1-4 1:"It fails"
                  paragraph @3:1-4 1:"Run **a**⏎now."
                """)
    }

    @Test("comments of MDX are no text, in a line and on lines of their own")
    func expressions() {
        let document = Document(parsing: "# A {/* b */}\n\n{/*\n# c\n*/}\n\nd {/* open")
        #expect(document.blocks.compactMap(\.headingLevel) == [1])
        #expect(document.blocks.last?.text?.plainText == "d {/* open")
    }

    @Test(
        "HTML without structure stays as it is",
        arguments: ["<a id=\"x\"></a>", "<p>a</p>", "<!-- c -->"])
    func others(html: String) {
        #expect(folded(html) == Document.dump(html))
    }

    @Test(
        "however many tags stay open, folding ends soon",
        arguments: [
            "<details>\n\n", "<details><summary>a</summary>\n\n", "<table>\n\n",
            "<table><tr><td>\n\n",
            "<Tab title=\"a\">\n\n", "<A b='\n\n", "</details>\n\n", "<summary>", "{/* ", "<A><",
        ])
    func hostile(piece: String) {
        let text = String(repeating: piece, count: 5_000)
        let duration = ContinuousClock().measure {
            Document(parsing: text).foldingHTML().walk { _ in }
        }
        // A tenth of a second unoptimised; the square would take many.
        #expect(duration < .seconds(20))
    }
}
