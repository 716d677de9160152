@testable import Catalog

/// Runbooks written inside tests.
enum Loaded {
    /// The only runbook of a text in `demo.md`, with what there was to say about it.
    static func catalog(_ markdown: String, file: String = "demo.md") -> Catalog {
        Catalog.load(sources: [RunbookSource(file: file, bytes: Array(markdown.utf8))])
    }

    /// The entries of a text.
    static func entries(_ markdown: String) -> [Entry] { catalog(markdown).entries }

    /// The local ids of a text's entries.
    static func identifiers(_ markdown: String) -> [String] { entries(markdown).map(\.localID) }
}
