import Testing

@testable import Catalog

@Suite struct MarkdownWordsTests {
    @Test(
        "words are escaped only where Markdown would read something into them",
        arguments: [
            ("It fails", "It fails"), ("event_slug is empty", "event_slug is empty"),
            ("`ps` hangs", "`ps` hangs"), ("a <b> c", "a \\<b\\> c"), ("**x**", "\\*\\*x\\*\\*"),
            ("AT&amp;T", "AT\\&amp;T"), ("a | b", "a | b"),
        ])
    func markdown(words: String, expected: String) {
        #expect(MarkdownWords.markdown(of: words) == expected)
    }
}
