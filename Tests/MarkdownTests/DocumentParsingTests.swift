import Testing

@testable import Markdown

@Suite("Texts as they come")
struct DocumentParsingTests {
    @Test(
        "all line ends count as one, and the last line needs none",
        arguments: ["# a\n\nb\nc\n", "# a\r\n\r\nb\r\nc\r\n", "# a\r\rb\rc", "# a\n\r\nb\rc"])
    func lineEnds(text: String) {
        #expect(
            Document.dump(text) == "heading 1 @1:1-1 3:\"a\"\nparagraph @3:1-4 1:\"b⏎c\"")
    }

    @Test("a byte order mark is no text")
    func byteOrderMark() {
        #expect(Document.dump("\u{FEFF}# a") == "heading 1 @1:1-1 3:\"a\"")
        #expect(Document(parsing: [0xEF, 0xBB, 0xBF]).blocks.isEmpty)
    }

    @Test("NUL and invalid UTF-8 become replacement characters")
    func invalid() {
        let document = Document(parsing: Array("a\0".utf8) + [0xFF, 0xC3, 0x28, 0x0A])
        #expect(document.dump == "paragraph @1:1-1 1:\"a\u{FFFD}\u{FFFD}\u{FFFD}(\"")
    }

    @Test("a text without text has no blocks", arguments: ["", "\n", "  \n\t\n", "\r\n"])
    func empty(text: String) {
        #expect(Document(parsing: text) == Document(blocks: []))
    }
}
