import Testing

@testable import Catalog

@Suite("Bold-lead bullets")
struct BoldLeadBulletsTests {
    @Test("each bullet is an entry: why up to the first instruction, then what to do")
    func bullets() throws {
        let entries = Loaded.entries(
            """
            # Troubleshooting
            ## Quirks
            - <a id="tests"></a>**ui: `npm test` never exits.** It watches files. Run `CI=1 npm test`
            - **ui: build fails**: a name is missing: set it.
            """)
        #expect(entries.map(\.localID) == ["tests", "ui-build-fails"])
        let first = try #require(entries.first)
        #expect(first.title == "ui: npm test never exits")
        #expect(first.causes == ["It watches files."])
        #expect(first.fixes.map(\.commands) == [["CI=1 npm test"]])
        #expect(entries.last?.causes == ["a name is missing"])
        #expect(entries.last?.fixes.map(\.text) == ["set it."])
    }

    @Test("a probe block inside a bullet is its own")
    func probes() {
        let entries = Loaded.entries(
            "# Issues\n- **It fails.** Why.\n\n  ```probe\n  env A set=true\n  ```\n")
        #expect(entries.first?.probes.map(\.subject) == ["A"])
        #expect(entries.first?.probes.map(\.location.column) == [3])
    }

    @Test("fields below a bold lead are fields of that entry")
    func nestedFields() {
        let entries = Loaded.entries(
            """
            ## Troubleshooting guide
            1. **Sync failures**
               - **Symptom**: out of sync
               - **Fix**: sync
            2. **Scaling**
               - **Symptom**: slow
               - **Fix**: scale
            """)
        #expect(entries.map(\.title) == ["Sync failures", "Scaling"])
        #expect(entries.map(\.symptoms) == [["out of sync"], ["slow"]])
    }

    @Test(
        "lists of features are no failures",
        arguments: [
            "# Issues\n- **Fast**: yes\n- **Small**: yes\n", "# Design\n- **It fails.** No.\n",
        ])
    func others(text: String) {
        #expect(Loaded.entries(text).isEmpty)
    }
}
