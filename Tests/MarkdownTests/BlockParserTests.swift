import Testing

@testable import Markdown

@Suite("Blocks and where they stand")
struct BlockParserTests {
    @Test("every kind of block knows its first and last line and its column")
    func positions() {
        let text = """
            # Title

            Some text
            on two lines.
            * * *
             > quoted
            lazily

            Under
            -----
                indented

            <div>
            x
            </div>
            """
        #expect(
            Document.dump(text) == """
                heading 1 @1:1-1 3:"Title"
                paragraph @3:1-4 1:"Some text⏎on two lines."
                break @5:1-5
                quote @6:2-7
                  paragraph @6:4-7 4:"quoted⏎lazily"
                heading 2 @9:1-10 1:"Under"
                code indented @11:5-11 text@11:5
                  | indented
                html @13:1-15 "<div>⏎x⏎</div>"
                """)
    }

    @Test("columns count characters, tabs as one")
    func columnsCountCharacters() {
        #expect(Document.dump(">\té") == "quote @1:1-1\n  paragraph @1:3-1 3:\"é\"")
        #expect(Document.dump("-\t>\tx").hasSuffix("paragraph @1:5-1 5:\"x\""))
    }

    @Test(
        "a heading loses its marks and the spaces around its text",
        arguments: [
            ("## a ##", "heading 2 @1:1-1 4:\"a\""), ("  #   a#", "heading 1 @1:3-1 7:\"a#\""),
            ("#", "heading 1 @1:1-1 2:\"\""), ("#a", "paragraph @1:1-1 1:\"#a\""),
            ("####### a", "paragraph @1:1-1 1:\"####### a\""),
            ("a\n==", "heading 1 @1:1-2 1:\"a\""), ("a\nb\n--", "heading 2 @1:1-3 1:\"a⏎b\""),
        ])
    func headings(text: String, dump: String) {
        #expect(Document.dump(text) == dump)
    }

    @Test("a quote holds blocks of every kind and ends where its marker is missing")
    func quotes() {
        let text = """
            > ## Note
            >
            > - a
            >   > deeper
            > ```
            > x
            ```
            """
        #expect(
            Document.dump(text) == """
                quote @1:1-6
                  heading 2 @1:3-1 6:"Note"
                  list bullet tight @3:3-4
                    item @3:3-4
                      paragraph @3:5-3 5:"a"
                      quote @4:5-4
                        paragraph @4:7-4 7:"deeper"
                  code fenced "" @5:3-6 text@6:3
                    | x
                code fenced "" @7:1-7 text@8:1
                """)
    }

    @Test("HTML ends at a blank line or, for comments and the like, at its own end")
    func html() {
        #expect(
            Document.dump("<details>\na\n\nb\n<!-- x\n\ny --> z\nc") == """
                html @1:1-2 "<details>⏎a"
                paragraph @4:1-4 1:"b"
                html @5:1-7 "<!-- x⏎⏎y --> z"
                paragraph @8:1-8 1:"c"
                """)
    }

    @Test("an anchor in front of a heading is a paragraph of its own")
    func anchor() {
        #expect(
            Document.dump("<a id=\"x\"></a>\n## Title") == """
                paragraph @1:1-1 1:"<a id="x"></a>"
                heading 2 @2:1-2 4:"Title"
                """)
    }
}
