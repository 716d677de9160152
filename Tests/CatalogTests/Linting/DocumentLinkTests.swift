import Testing

@testable import Catalog

@Suite struct DocumentLinkTests {
    @Test(
        "a relative reference is taken apart",
        arguments: [
            ("a.md", "a.md", nil), ("a.md#b", "a.md", "b"), ("#b", "", "b"),
            ("a%20b.md", "a b.md", nil),
            ("a.md?x#y", "a.md", "y"), ("100%.md", "100%.md", nil), ("#%C3%BC", "", "ü"),
            ("%zz", "%zz", nil),
        ] as [(String, String, String?)])
    func relative(destination: String, path: String, fragment: String?) throws {
        let target = try #require(DocumentLink.target(of: destination))
        #expect(target.path == path)
        #expect(target.fragment == fragment)
    }

    @Test(
        "what leads elsewhere is left out",
        arguments: ["", "/x", "//h/x", "http://x", "mailto:x", "x-y:z", "{{ x }}", "<% x %>"])
    func elsewhere(destination: String) {
        #expect(DocumentLink.target(of: destination) == nil)
    }
}
