import Testing

@testable import Catalog

@Suite("Code lists")
struct CodeEntriesTests {
    @Test(
        "a code's text is taken apart into meaning, cause and remedy",
        arguments: [
            (
                "- `4003`: token scope mismatch", "token scope mismatch", ["token scope mismatch"],
                []
            ),
            (
                "- 4001 resync required: peer fell behind; perform full resync", "resync required",
                ["peer fell behind"], ["perform full resync"]
            ),
            (
                "- **4002** token expired: refresh token and reconnect", "token expired",
                ["token expired"], ["refresh token and reconnect"]
            ),
            (
                "- 4001: Missing token. Sign in again.", "missing token", ["missing token"],
                ["Sign in again"]
            ),
            (
                "- `1006` – Abnormal closure. The network broke; check it.", "abnormal closure",
                ["The network broke"], ["check it"]
            ),
        ] as [(String, String, [String], [String])])
    func meanings(item: String, meaning: String, causes: [String], fixes: [String]) throws {
        let entry = try #require(Loaded.entries("# X\n## Close codes\n\(item)\n").first)
        #expect(entry.kind == .code)
        #expect(entry.id.hasPrefix("demo/code-"))
        #expect(entry.title == "Close code \(entry.localID.dropFirst(5)): \(meaning)")
        #expect(entry.causes == causes)
        #expect(entry.fixes.map(\.text) == fixes)
    }

    @Test("a table of codes counts, and the section is kept")
    func table() {
        let catalog = Loaded.catalog(
            "# X\n## Exit codes\n| Code | Meaning |\n|---|---|\n| 137 | out of memory |\n")
        #expect(catalog.entries.map(\.title) == ["Exit code 137: out of memory"])
        #expect(catalog.runbooks.first?.section(.codes)?.items == ["137: out of memory"])
    }

    @Test("codes inside an entry count where the words before them speak of codes")
    func insideEntry() {
        let text = """
            ### It drops
            **Diagnosis:**
            - Read the close code:
              - 4001: no token
            - Read the status:
              - 403: not you
            """
        #expect(Loaded.identifiers(text) == ["it-drops", "code-4001"])
    }

    @Test("a code explained twice is one entry with what both say")
    func twice() {
        let text = "# X\n## Close codes\n- 1: a\n## Error codes\n- 1: b. Restart it.\n"
        let entries = Loaded.entries(text)
        #expect(entries.map(\.localID) == ["code-1"])
        #expect(entries.first?.causes == ["a", "b"])
    }
}
