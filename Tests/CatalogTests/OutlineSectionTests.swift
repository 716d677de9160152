import Markdown
import Testing

@testable import Catalog

@Suite("The outline of a document")
struct OutlineSectionTests {
    private func outline(_ text: String) -> OutlineSection {
        OutlineSection.outline(of: Document(parsing: text).blocks)
    }

    /// The titles with their levels of nesting.
    private func tree(_ section: OutlineSection) -> String {
        section.children.isEmpty
            ? section.title
            : section.title + "(" + section.children.map(tree).joined(separator: " ") + ")"
    }

    @Test(
        "headings nest by their levels, skipped ones too",
        arguments: [
            ("# a\n## b\n## c\n# d\n", "(a(b c) d)"), ("# a\n#### b\n## c\n### d\n", "(a(b c(d)))"),
            ("## a\n# b\n", "(a b)"), ("text\n", ""), ("### a\n### b\n", "(a b)"),
        ])
    func nests(text: String, expected: String) {
        #expect(tree(outline(text)) == expected)
    }

    @Test(
        "an explicit id is taken from the heading or the line above it",
        arguments: [
            "## T <a id=\"x-1\"></a>\n", "## <a name='x-1'></a> T\n", "## T {#x-1}\n",
            "<a id=\"x-1\"></a>\n\n## T\n",
        ])
    func anchors(text: String) {
        let section = outline(text).children.first
        #expect(section?.anchor == "x-1")
        #expect(section?.title == "T")
    }
}
