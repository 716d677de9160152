import Catalog

/// A whole runbook, loaded, linted and mended: ids are there once, and mending keeps all entries.
struct RunbookSubject: FuzzSubject {
    let name = "runbook"
    let longestInput = 8192

    func read(_ bytes: [UInt8]) async throws(BrokenPromise) {
        let source = RunbookSource(file: "docs/page.md", bytes: bytes)
        let catalog = Catalog.load(sources: [source])
        let entries = catalog.runbooks.flatMap(\.entries)
        let repeated = Dictionary(grouping: entries, by: \.id).filter { $0.value.count > 1 }
        try BrokenPromise.unless(repeated.isEmpty, "ids twice: \(repeated.keys.sorted())")
        let surroundings = LintSurroundings(today: "2026-11-21") {
            $0.hasSuffix(".md")
        } read: {
            $0.hasSuffix(".md") ? bytes : nil
        }
        _ = Linter.diagnostics(of: catalog, from: [source], in: surroundings)
        guard let runbook = catalog.runbooks.first else { return }
        let mended = LintFixer.fix(runbook, in: source, verified: "2026-11-21")
        let again = Catalog.load(sources: [RunbookSource(file: source.file, bytes: mended.bytes)])
        let count = again.runbooks.flatMap(\.entries).count
        try BrokenPromise.unless(
            count == entries.count, "mending makes \(count) entries of \(entries.count)")
    }
}
