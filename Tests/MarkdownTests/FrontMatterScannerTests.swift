import Testing

@testable import Markdown

@Suite("Front matter")
struct FrontMatterScannerTests {
    @Test("front matter is kept as lines, and the text behind it keeps its line numbers")
    func yaml() {
        #expect(
            Document.dump("---\nsystem: voxbento\n\n  a: b # c\n---\n\n# T") == """
                front matter yaml @2
                  | system: voxbento
                  |\u{20}
                  |   a: b # c
                heading 1 @7:1-7 3:"T"
                """)
    }

    @Test(
        "the fences may carry spaces, a byte order mark and any line end",
        arguments: [
            "---\na: b\n---\nx", "\u{FEFF}---\na: b\n...\nx", "---  \r\na: b\r\n---\t\r\nx",
            "---\ra: b\r---\rx",
        ])
    func fences(text: String) {
        #expect(
            Document.dump(text) == """
                front matter yaml @2
                  | a: b
                paragraph @4:1-4 1:"x"
                """)
    }

    @Test("plus signs fence TOML")
    func toml() {
        #expect(
            Document.dump("+++\na = 1\n---\n+++\n") == """
                front matter toml @2
                  | a = 1
                  | ---
                """)
    }

    @Test("front matter may be empty or start with a blank line")
    func sparse() {
        #expect(Document(parsing: "---\n---").frontMatter?.lines == [])
        #expect(Document(parsing: "---\n\nsystem: a\n---").frontMatter?.lines == ["", "system: a"])
    }

    @Test(
        "a text without closed fences at its very start has none",
        arguments: [
            "---\na: b\n", "\n---\na: b\n---", " ---\na: b\n---", "----\na: b\n----",
            "+++\na\n---", "a\n---\nb\n---", "---\n\n# Title\n\n---\n",
        ])
    func absent(text: String) {
        #expect(Document(parsing: text).frontMatter == nil)
    }
}
