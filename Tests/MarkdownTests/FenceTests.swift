import Testing

@testable import Markdown

@Suite("Fenced code")
struct FenceTests {
    @Test("probe lines in a list item know their line and column")
    func probeInItem() {
        let text = """
            1. Check the portal:

               ```probe voxbento/ic-02
               http ${PORTAL_URL}/healthz status=200
                 env A b=c
               ```
            """
        #expect(
            Document.dump(text) == """
                list ordered from 1 loose @1:1-6
                  item @1:1-6
                    paragraph @1:4-1 4:"Check the portal:"
                    code fenced "probe voxbento/ic-02" @3:4-6 text@4:4
                      | http ${PORTAL_URL}/healthz status=200
                      |   env A b=c
                """)
    }

    @Test("the first line with text tells the column, for blank lines may lack the indentation")
    func columnBehindBlankLine() {
        #expect(
            Document.dump("- ~~~\n\n  x\n  ~~~") == """
                list bullet tight @1:1-4
                  item @1:1-4
                    code fenced "" @1:3-4 text@2:3
                      |\u{20}
                      | x
                """)
    }

    @Test("an unclosed fence runs to the end of its container")
    func unclosed() {
        #expect(
            Document.dump("> ```\n> a\n\nb\n```sh\nc") == """
                quote @1:1-2
                  code fenced "" @1:3-2 text@2:3
                    | a
                paragraph @4:1-4 1:"b"
                code fenced "sh" @5:1-6 text@6:1
                  | c
                """)
    }

    @Test("a closing fence is of the same byte, as long as the opening one, and bare")
    func closing() {
        #expect(
            Document.dump("````\n```\n~~~~\n```` x\n     ````\n  `````\na") == """
                code fenced "" @1:1-6 text@2:1
                  | ```
                  | ~~~~
                  | ```` x
                  |      ````
                paragraph @7:1-7 1:"a"
                """)
    }

    @Test(
        "the info string is trimmed and unescaped",
        arguments: [
            ("```   probe  ", "probe"), ("~~~ a`b", "a`b"), ("``` a\\*b &amp;", "a*b &"),
            ("```{.sh}", "{.sh}"),
        ])
    func info(line: String, info: String) {
        #expect(Document.dump(line).hasPrefix("code fenced \"\(info)\""))
    }

    @Test("an indented fence takes its indentation off its lines")
    func indentation() {
        let document = Document(parsing: "  ```\n   a\n b\nc\n  ```")
        guard case .code(let code) = document.blocks.first?.content else {
            Issue.record("no code")
            return
        }
        #expect(code.text == " a\nb\nc\n")
        #expect(code.textPosition == Position(line: 2, column: 3))
    }

    @Test("an empty block has no text")
    func empty() {
        #expect(Document.dump("```\n```") == "code fenced \"\" @1:1-2 text@2:1")
    }
}
