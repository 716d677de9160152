import Testing

@testable import Markdown

@Suite("Plain text")
struct PlainTextTests {
    @Test(
        "a reader sees the text without its marks",
        arguments: [
            ("plain", "plain"), ("**Symptom:** *no* ~~sound~~", "Symptom: no sound"),
            ("`docker compose` [logs](x)", "docker compose logs"), ("![alt *text*](x)", "alt text"),
            ("<b>a</b> <!-- c -->d", "a d"), ("a<br>b<BR/>c<br />d", "a b c d"),
            ("a\nb  \nc", "a b c"),
            ("a &rarr; b &#x41; \\*", "a → b A *"), ("<https://x.y>", "https://x.y"),
            ("[not a link] ![nor this]", "[not a link] ![nor this]"), ("2 ** 3 *a**", "2 ** 3 a*"),
            ("`a &amp; *b*`", "a &amp; *b*"), ("", ""),
        ])
    func plainText(source: String, expected: String) {
        let text = InlineText(source, at: Position(line: 1, column: 1))
        #expect(text.plainText == expected)
        #expect(text.inlines.plainText == expected)
    }
}
