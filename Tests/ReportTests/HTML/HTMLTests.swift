import Testing

@testable import Report

@Suite struct HTMLTests {
    @Test(
        "outside text can't become markup, and is one line without controls",
        arguments: [
            ("a < b && c > d", "a &lt; b &amp;&amp; c &gt; d"),
            ("\" onload=\"x", "&quot; onload=&quot;x"),
            ("one\ntwo\u{0}\u{202E}", "one two\u{FFFD}\u{FFFD}"),
            ("\u{1B}[31mred\u{1B}[0m é 🎧", "red é 🎧"),
        ])
    func escaping(outside: String, expected: String) {
        let page: HTML = "<p title=\"\(outside)\">\(outside)</p>"
        #expect(page.text == "<p title=\"\(expected)\">\(expected)</p>")
    }

    @Test("parts are put in as they are, lines stay lines")
    func parts() {
        let part: HTML = "<b>\("<")</b>"
        #expect(("<p>\(part)\([part, part])\(3)</p>" as HTML).text.contains("</b><b>"))
        #expect(HTML.lines(["a", "", "<"]).text == "a\n\n&lt;")
    }

    @Test("what is empty has no list and no heading")
    func empty() {
        #expect(HTML.list([]).isEmpty)
        #expect(HTML.section("Fix", name: "fix", .empty).isEmpty)
    }
}
