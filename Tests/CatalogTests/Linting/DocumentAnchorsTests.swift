import Testing

@testable import Catalog

@Suite struct DocumentAnchorsTests {
    @Test(
        "a heading's name is GitHub's",
        arguments: [
            ("Listener hears nothing", "listener-hears-nothing"), ("What's new?", "whats-new"),
            ("A & B", "a--b"), ("snake_case", "snake_case"), ("1.2 Title", "12-title"),
            ("Überall / Tür", "überall--tür"), ("日本語", "日本語"), ("C++", "c"), ("- x", "--x"),
        ])
    func slug(title: String, slug: String) {
        #expect(DocumentAnchors.slug(of: title) == slug)
    }
}
