import Testing

@testable import Markdown

@Suite("Tables")
struct TableParserTests {
    @Test("rows and cells know where they stand")
    func positions() {
        let text = """
            Intro
            | Symptom | Fix |
            |:--------|:-:|
            | é `a` | b |
              c|d
            ---
            """
        #expect(
            Document.dump(text) == """
                paragraph @1:1-1 1:"Intro"
                table @2:1-5 left center
                  header 3:"Symptom" 13:"Fix"
                  row @4:1 3:"é `a`" 11:"b"
                  row @5:3 3:"c" 5:"d"
                break @6:1-6
                """)
    }

    @Test("a table stands within list items and quotes")
    func containers() {
        let text = """
            - a

              | x | y |
              |---|---|
              | 1 | 2 |
            > x | y
            > - | -:
            > 3
            4
            """
        #expect(
            Document.dump(text) == """
                list bullet loose @1:1-5
                  item @1:1-5
                    paragraph @1:3-1 3:"a"
                    table @3:3-5 none none
                      header 5:"x" 9:"y"
                      row @5:3 5:"1" 9:"2"
                quote @6:1-8
                  table @6:3-8 none right
                    header 3:"x" 7:"y"
                    row @8:3 3:"3" 4:""
                paragraph @9:1-9 1:"4"
                """)
    }

    @Test(
        "a row has as many cells as the header",
        arguments: [
            ("| 1 |", ["1", ""]), ("| 1 | 2 | 3 |", ["1", "2"]), ("|", ["", ""]),
            ("1 | 2", ["1", "2"]), ("|| 2", ["", "2"]), ("| 1 \\| 1 | 2", ["1 | 1", "2"]),
            ("`a \\| b` | `\\|`", ["`a | b`", "`|`"]), ("\\\\ | 2", ["\\\\", "2"]),
            ("bare text", ["bare text", ""]), ("1|2\\", ["1", "2\\"]),
        ])
    func cells(row: String, cells: [String]) throws {
        let document = Document(parsing: "| a | b |\n|---|---|\n" + row)
        guard case .table(let table) = try #require(document.blocks.first).content else {
            Issue.record("no table")
            return
        }
        #expect(table.rows.first?.cells.map(\.source) == cells)
    }

    @Test(
        "a line that is no delimiter row or of another width makes no table",
        arguments: [
            "| a | b |\n|---|", "| a |\n|---|---|", "a\n---", "| a | b |\n| - x | - |",
            "| a | b |\n|---||", "| a | b |\n|:::|---|", "|\n|", "| a | b |\n\n|---|---|",
        ])
    func noTable(text: String) {
        #expect(!Document.dump(text).contains("table"))
    }

    @Test(
        "the beginning of another block ends a table",
        arguments: ["> q", "- i", "# h", "```", "    code", "<div>", "* * *"])
    func interruption(line: String) {
        let document = Document(parsing: "a | b\n--|--\n1 | 2\n" + line)
        #expect(document.blocks.count == 2)
        #expect(document.blocks.first?.endLine == 3)
    }

    @Test("short rows below a very wide header do not fill up the memory")
    func wideHeader() {
        let width = 20_000
        let text =
            String(repeating: "|a", count: width) + "\n" + String(repeating: "|-", count: width)
            + "\n" + String(repeating: "|\n", count: width)
        let document = Document(parsing: text)
        guard case .table(let table) = document.blocks.first?.content else {
            Issue.record("no table")
            return
        }
        #expect(table.header.count == width)
        #expect(table.rows.count == 5)
        #expect(document.blocks.count == 2)
    }
}
