import Testing

@testable import Markdown

@Suite("Link reference definitions")
struct LinkReferenceParserTests {
    private func targets(_ text: String) -> [String: LinkReferences.Target] {
        var references = LinkReferences()
        var parser = LinkReferenceParser(ByteText(Array(text.utf8)))
        _ = parser.parse(into: &references)
        return references.targets
    }

    @Test(
        "a definition gives a label a destination and perhaps a title",
        arguments: [
            ("[a]: /u", "/u", nil), ("[a]: <x y> 't'", "x y", "t"),
            ("[a]:\n/u\n\"t\nt\"", "/u", "t\nt"),
            ("[a]: /u\n't' x", "/u", nil), ("[ A\n ]: <>", "", nil),
            ("[a]: /\\* (&quot;)", "/*", "\""),
        ] as [(String, String, String?)])
    func definition(text: String, destination: String, title: String?) {
        #expect(
            targets(text) == ["A": LinkReferences.Target(destination: destination, title: title)])
    }

    @Test(
        "what is no whole definition is text",
        arguments: ["[a]:", "[a] : /u", "[]: /u", "[a]: /u 't' x", "[[a]: /u", "[a]: <u"])
    func noDefinition(text: String) {
        #expect(targets(text).isEmpty)
        #expect(Document(parsing: text).blocks.count == 1)
    }

    @Test("definitions leave no block, and text behind them keeps its place")
    func removal() {
        #expect(Document.dump("[a]: /u\n[b]:\n/v\nrest") == "paragraph @4:1-4 1:\"rest\"")
        #expect(Document(parsing: "[a]: /u").blocks.isEmpty)
        #expect(Document.dump("[a]: /u\n---") == "break @2:1-2")
    }

    @Test("references reach definitions anywhere in the document, the first of a label wins")
    func resolution() {
        let text = """
            | [x][Straße] |
            |---|

            > [STRASSE]: /1

            [strasse]: /2
            """
        guard case .table(let table) = Document(parsing: text).blocks.first?.content else {
            Issue.record("no table")
            return
        }
        #expect(table.header.first?.links.map(\.destination) == ["/1"])
    }
}
