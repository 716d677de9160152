import Testing

@testable import Catalog

@Suite("Symptom tables")
struct SymptomTableTests {
    @Test("each row is an entry with its cause and remedy")
    func rows() throws {
        let entries = Loaded.entries(
            """
            ## Failure modes

            | Symptom | Diagnosis | Fix |
            |---|---|---|
            | <a id="down"></a>It is `down` | The disk is full. | Run `df -h`.<br>Then `rm -rf /tmp/x`. |
            | It is slow | Load | Wait |
            """)
        #expect(entries.map(\.id) == ["demo/down", "demo/it-is-slow"])
        let first = try #require(entries.first)
        #expect(first.title == "It is down")
        #expect(first.symptoms == ["It is down"])
        #expect(first.causes == ["The disk is full."])
        #expect(first.fixes.map(\.text) == ["Run df -h.", "Then rm -rf /tmp/x."])
        #expect(first.fixes.map(\.commands) == [["df -h"], ["rm -rf /tmp/x"]])
        #expect(first.fixes.map(\.isDestructive) == [false, true])
        #expect(first.location.line == 5)
        #expect(first.recogniser == "symptom-table")
    }

    @Test(
        "columns go by many names",
        arguments: [
            "Problem | Likely cause | Solution", "Error | Meaning | What to do",
            "Alert | Root cause | Mitigation", "Issue | Why | Resolution",
            "Error message | Cause | Quick fix",
        ])
    func names(header: String) {
        let entries = Loaded.entries("## T\n\n| \(header) |\n|---|---|---|\n| a b | c d | e f |\n")
        #expect(entries.map(\.causes) == [["c d"]])
        #expect(entries.map { $0.fixes.map(\.text) } == [["e f"]])
    }

    @Test(
        "tables of something else have no entries",
        arguments: [
            "Variable | Description | Default", "Component | Tests | Output",
            "Metric | Meaning | Unit", "Cause | Fix | Note", "Code | Meaning | Note",
        ])
    func others(header: String) {
        let text = "## Troubleshooting\n\n| \(header) |\n|---|---|---|\n| a | b | c |\n"
        #expect(Loaded.entries(text).isEmpty)
    }

    @Test("a number column before the symptom is passed over")
    func numbered() {
        let text = "## T\n\n| # | Symptom | Fix |\n|---|---|---|\n| 1 | it hangs | kill it |\n"
        #expect(Loaded.identifiers(text) == ["it-hangs"])
    }

    @Test("a column can say what else people call a failure")
    func reports() {
        let text = """
            | Symptom | Also reported as | Diagnosis | Fix |
            |---|---|---|---|
            | It hangs | nothing moves; it is stuck | the lock | kill it |
            """
        let entry = Loaded.entries(text).first
        #expect(entry?.reports == ["nothing moves", "it is stuck"])
        #expect(entry?.localID == "it-hangs")
        #expect(entry?.causes == ["the lock"])
    }

    @Test("a probe block behind the table names its row")
    func probes() throws {
        let catalog = Loaded.catalog(
            """
            | Symptom | Fix |
            |---|---|
            | <a id="down"></a>It is down | start it |

            ```probe down
            compose portal # it is down
            ```

            ```probe dwon
            compose portal
            ```
            """)
        #expect(catalog.entries.first?.probes.map(\.kind) == ["compose"])
        #expect(catalog.entries.first?.causes == ["it is down"])
        let diagnostic = try #require(catalog.diagnostics.first)
        #expect(diagnostic.rule == "probe-entry")
        #expect(diagnostic.message.contains("'demo/down'"))
        #expect(diagnostic.location.line == 9)
    }
}
