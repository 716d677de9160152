import Testing

@testable import Catalog

@Suite("Loading")
struct RunbookLoaderTests {
    @Test(
        "a runbook that does not name its system has it from its file",
        arguments: [
            ("docs/voxbento.md", "voxbento"), ("embedded:room-sync.md", "room-sync"),
            ("services/portal/README.md", "portal"), ("README.md", "readme"), ("A B.md", "a-b"),
            ("", "runbook"), ("x/_index.md", "x"),
        ])
    func system(file: String, expected: String) {
        #expect(Loaded.catalog("# T\n", file: file).runbooks.map(\.system) == [expected])
    }

    @Test("the title is that of the front matter, else the first heading")
    func title() {
        #expect(Loaded.catalog("---\ntitle: A\n---\n# B\n").runbooks.first?.title == "A")
        #expect(Loaded.catalog("# B\n").runbooks.first?.title == "B")
    }

    @Test("the second of two equal ids gets a number and a warning")
    func duplicates() throws {
        let catalog = Loaded.catalog("### A\n**Fix:** x\n### A\n**Fix:** y\n### A\n**Fix:** z\n")
        #expect(catalog.entries.map(\.localID) == ["a", "a-2", "a-3"])
        #expect(catalog.diagnostics.map(\.rule) == ["duplicate-id", "duplicate-id"])
        #expect(catalog.diagnostics.map(\.severity) == [.warning, .warning])
        #expect(catalog.diagnostics.first?.location.line == 3)
    }

    @Test("ids stay unique over several files of one system")
    func severalFiles() {
        let text = Array("---\nsystem: s\n---\n### A\n**Fix:** x\n".utf8)
        let catalog = Catalog.load(sources: [
            RunbookSource(file: "a.md", bytes: text), RunbookSource(file: "b.md", bytes: text),
        ])
        #expect(catalog.entries.map(\.id) == ["s/a", "s/a-2"])
        #expect(catalog.diagnostics.map(\.location.file) == ["b.md"])
    }

    @Test("a file that is no text is an error and does not stop the others")
    func binary() {
        let catalog = Catalog.load(sources: [
            RunbookSource(file: "a.bin", bytes: [0x7F, 0x45, 0x00, 0x01]),
            RunbookSource(file: "b.md", bytes: Array("### A\n**Fix:** x\n".utf8)),
        ])
        #expect(catalog.runbooks.map(\.file) == ["b.md"])
        #expect(catalog.diagnostics.map(\.rule) == ["file-encoding"])
        #expect(catalog.diagnostics.map(\.severity) == [.error])
    }

    @Test("bytes that are not UTF-8 are an error at their line, and the rest loads")
    func invalidEncoding() {
        let bytes = Array("### A\n**Fix:** x\n".utf8) + [0xFF, 0x0A]
        let catalog = Catalog.load(sources: [RunbookSource(file: "a.md", bytes: bytes)])
        #expect(catalog.entries.map(\.id) == ["a/a"])
        #expect(catalog.diagnostics.map(\.location.line) == [3])
    }

    /// Documents that would make a careless loader slow or deep, by what is wrong with them.
    private static let hostileDocuments = [
        "nested lists": String(repeating: "- ", count: 20_000) + "x",
        "nested quotes": String(repeating: "> ", count: 20_000),
        "many headings": String(repeating: "# a\n", count: 20_000),
        "a wide row": String(repeating: "| a ", count: 20_000),
        "many codes": "# T\n## Close codes\n" + String(repeating: "- 1: x\n", count: 3_000),
        "nested lists in front matter":
            "---\n" + String(repeating: "a: [", count: 20_000) + "\n---\n",
        "many labels": "# Issues\n" + String(repeating: "**Fix:** `x` ", count: 10_000),
        "many entries": "# Issues\n" + String(repeating: "## It fails\n**Fix:** x\n", count: 5_000),
        "many probe blocks":
            "# Issues\n" + String(repeating: "```probe x\na b\n```\n", count: 5_000),
        "many commands":
            "# Issues\n## It fails\n" + String(repeating: "See `ls a`. ", count: 10_000),
        "many broken probes":
            "```probe\n" + String(repeating: "http ' \n", count: 10_000) + "```\n",
    ]

    @Test("hostile documents load without a crash", arguments: hostileDocuments.keys.sorted())
    func hostile(name: String) throws {
        let text = try #require(Self.hostileDocuments[name])
        #expect(Loaded.catalog(text).runbooks.count == 1)
    }
}
