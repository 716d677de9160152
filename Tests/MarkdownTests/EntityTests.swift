import Testing

@testable import Markdown

@Suite("Character references")
struct EntityTests {
    @Test(
        "names and numbers stand for characters",
        arguments: [
            ("&lt;", "<"), ("&nbsp;", "\u{A0}"), ("&#35;", "#"), ("&#X22;", "\""),
            ("&#0;", "\u{FFFD}"),
            ("&#xD800;", "\u{FFFD}"), ("&#1114112;", "\u{FFFD}"), ("&#x1F600;", "😀"),
        ])
    func resolved(reference: String, text: String) {
        let source = ByteText(Array(reference.utf8))
        #expect(source.unescaped(0..<source.count) == text)
    }

    @Test(
        "anything else is text",
        arguments: [
            "&", "&;", "&lt", "&#;", "&#x;", "&#a;", "&#12345678;", "&#x1234567;", "&none;",
        ])
    func unresolved(text: String) {
        let source = ByteText(Array(text.utf8))
        #expect(source.unescaped(0..<source.count) == text)
    }
}
