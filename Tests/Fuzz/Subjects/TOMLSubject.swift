import Catalog

/// Front matter between `+++` lines.
struct TOMLSubject: FuzzSubject {
    let name = "toml"

    func read(_ bytes: [UInt8]) async throws(BrokenPromise) {
        let page = Array("+++\n".utf8) + bytes + Array("\n+++\n\n# Page\n".utf8)
        _ = Catalog.load(sources: [RunbookSource(file: "page.md", bytes: page)])
    }
}
