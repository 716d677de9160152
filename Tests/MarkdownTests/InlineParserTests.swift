import Testing

@testable import Markdown

@Suite("Inline content")
struct InlineParserTests {
    private func inlines(_ source: String) -> [Inline] {
        InlineText(source, at: Position(line: 1, column: 1)).inlines
    }

    @Test(
        "marks nest",
        arguments: [
            ("a *b* c", [.text("a "), .emphasis([.text("b")]), .text(" c")]),
            ("**a *b***", [.strong([.text("a "), .emphasis([.text("b")])])]),
            ("~~a `b`~~", [.strikethrough([.text("a "), .code("b")])]),
            ("`` a`b ``", [.code("a`b")]),
            ("**`x`: y.** z", [.strong([.code("x"), .text(": y.")]), .text(" z")]),
            (
                "![*a*](b 'c')",
                [.image(source: "b", title: "c", description: [.emphasis([.text("a")])])]
            ),
            ("<b>", [.html("<b>")]), ("a\nb", [.text("a"), .softBreak, .text("b")]),
            ("a  \nb\\\nc", [.text("a"), .lineBreak, .text("b"), .lineBreak, .text("c")]),
        ] as [(String, [Inline])])
    func nesting(source: String, expected: [Inline]) {
        #expect(inlines(source) == expected)
    }

    @Test(
        "what operators write is text",
        arguments: [
            "snake_case_name", "2 * 3 * 4", "~/a and ~/b", "a < b", "[x]", "a & b", "5~10 and 3~4",
            "`unclosed", "**unclosed", "[a](b c)", "![", "C:\\dir", "&unknown;", "~~~a~~~",
        ])
    func plain(source: String) {
        #expect(inlines(source) == [.text(source)])
    }

    @Test(
        "links lead to destinations with escapes resolved",
        arguments: [
            ("[a](b)", "b", "a"), ("[a *b*](<c d> \"t\")", "c d", "a b"),
            ("[a](b\\_c&amp;d)", "b_c&d", "a"),
            ("<https://x.y/z>", "https://x.y/z", "https://x.y/z"),
            ("<a@b.c>", "mailto:a@b.c", "a@b.c"), ("**[a](b(c))**", "b(c)", "a"),
            ("![[a](b)](c)", "b", "a"), ("[![a](b)](c)", "c", "a"),
        ])
    func links(source: String, destination: String, text: String) {
        let links = InlineText(source, at: Position(line: 1, column: 1)).links
        #expect(links.map(\.destination) == [destination])
        #expect(links.map(\.text) == [text])
    }

    @Test("code spans are listed in order")
    func codeSpans() {
        let text = InlineText("`a` *`` b ` ``* \\`no` ` c", at: Position(line: 1, column: 1))
        #expect(text.codeSpans == ["a", "b `", " "])
    }

    @Test(
        "anchors are the ids and names of a tags",
        arguments: [
            ("<a id=\"whatsapp-403\"></a> x", ["whatsapp-403"]), ("<A NAME='b'/>", ["b"]),
            ("<a id=c><a href=x>", ["c"]), ("<b id=d>", []), ("`<a id=e>`", []), ("<a id=>", []),
            ("<abbr id=f>", []), ("<a class='g' id='h&amp;'>", ["h&"]),
        ] as [(String, [String])])
    func anchors(source: String, anchors: [String]) {
        #expect(InlineText(source, at: Position(line: 1, column: 1)).anchors == anchors)
    }

    @Test("inlines nested too deep lose their marks, not their text")
    func depth() {
        let count = 5_000
        let source =
            String(repeating: "*a **a ", count: count) + String(repeating: "b** b*", count: count)
        let text = InlineText(source, at: Position(line: 1, column: 1))
        #expect(text.inlines.plainText == text.plainText)
        #expect(text.plainText.utf8.filter { $0 == .asterisk }.isEmpty)
    }
}
