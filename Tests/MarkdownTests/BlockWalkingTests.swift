import Testing

@testable import Markdown

@Suite("Walking a document")
struct BlockWalkingTests {
    @Test("every block is visited in document order")
    func order() {
        var lines: [Int] = []
        Document(parsing: "# a\n> b\n>\n> - c\n>   - d\n\ne").walk {
            lines.append($0.position.line)
        }
        #expect(lines == [1, 2, 2, 4, 4, 5, 5, 7])
    }

    @Test("headings, paragraphs and HTML tell their anchors")
    func anchors() {
        let text = "## <a id=\"a\"></a> T\n<a name=b></a>\n\n<div>\n<a id='c'></a>\n</div>"
        #expect(Document(parsing: text).blocks.flatMap(\.anchors) == ["a", "b", "c"])
    }

    @Test("texts and levels are at hand")
    func accessors() {
        let blocks = Document(parsing: "### a\nb\n***").blocks
        #expect(blocks.map(\.headingLevel) == [3, nil, nil])
        #expect(blocks.map { $0.text?.source } == ["a", "b", nil])
    }
}
