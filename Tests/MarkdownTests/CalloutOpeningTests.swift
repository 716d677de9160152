import Testing

@testable import Markdown

@Suite("Callouts")
struct CalloutOpeningTests {
    @Test(
        "the first line tells sort and title in every dialect",
        arguments: [
            ("!!! warning \"It *fails*\"", "warning", "It *fails*"), ("!!! note", "note", nil),
            ("!!! failure \"\"", "failure", nil), ("??? question \"Why?\"", "question", "Why?"),
            ("???+ tip inline end \"T\"", "tip", "T"), ("=== \"Linux\"", "tab", "Linux"),
            (":::danger[Disk is full]", "danger", "Disk is full"),
            (":::warning Late", "warning", "Late"), ("::: details Why", "details", "Why"),
            (":::{note} Title", "note", "Title"), ("::: {.caution}", "caution", nil),
            (":::tip{icon=x}", "tip", nil), ("> [!NOTE]", "note", nil),
            ("> [!faq]- Why", "faq", "Why"),
        ] as [(String, String, String?)])
    func openings(line: String, kind: String, title: String?) {
        let document = Document(parsing: line)
        guard case .callout(let callout)? = document.blocks.first?.content else {
            Issue.record("no callout: \(document.dump)")
            return
        }
        #expect(callout.kind == kind)
        #expect(callout.title?.source == title)
    }

    @Test(
        "other lines are none",
        arguments: [
            "!!!", "!!! ", "!! note", "!!! note \"open", "::: ", "::note", "=== Tab", "a\n===",
            ": term", "> [!]", "> [x]: y", "???what",
        ])
    func others(text: String) {
        var kinds: [String] = []
        Document(parsing: text).walk { block in
            if case .callout(let callout) = block.content { kinds.append(callout.kind) }
        }
        #expect(kinds.isEmpty)
    }

    @Test("indented lines are inside, blank ones among them, and the next other line is not")
    func indented() {
        let dump = Document.dump("!!! note \"T\"\n    a\n\n    - b\n\n    ```sh\n    c\n    ```\nd")
        #expect(
            dump == """
                callout note @1:1-8 11:"T"
                  paragraph @2:5-2 5:"a"
                  list bullet tight @4:5-4
                    item @4:5-4
                      paragraph @4:7-4 7:"b"
                  code fenced "sh" @6:5-8 text@7:5
                    | c
                paragraph @9:1-9 1:"d"
                """)
    }

    @Test("colons end the innermost callout that they can, but none within a fence")
    func fenced() {
        let dump = Document.dump("::::a\n:::b\n```\n:::\n```\n:::\nx\n::::\ny")
        #expect(
            dump == """
                callout a @1:1-8
                  callout b @2:1-6
                    code fenced "" @3:1-5 text@4:1
                      | :::
                  paragraph @7:1-7 1:"x"
                paragraph @9:1-9 1:"y"
                """)
    }

    @Test("a GitHub alert keeps what follows its first line")
    func alert() {
        let dump = Document.dump("> [!WARNING]\n> a\n>\n> b")
        #expect(
            dump == """
                callout warning @1:1-4
                  paragraph @2:1-2 1:"a"
                  paragraph @4:3-4 3:"b"
                """)
    }
}
