import Testing

@testable import Catalog

@Suite("Headed checks")
struct HeadedChecksTests {
    @Test("a failure with plain bullets is an entry whose bullets are checks")
    func bullets() throws {
        let entry = try #require(
            Loaded.entries(
                """
                # Troubleshooting
                ## Symptom index
                ### Clients cannot connect <a id="connect"></a>
                - Is the port open?
                - Read `expected hello`
                """
            ).first)
        #expect(entry.id == "demo/connect")
        #expect(entry.title == "Clients cannot connect")
        #expect(entry.checks == ["Is the port open?", "Read expected hello"])
        #expect(entry.signatures == ["expected hello"])
        #expect(entry.recogniser == "headed-checks")
    }

    @Test("prose is sorted into what one sees, why, and what to do")
    func prose() throws {
        let entry = try #require(
            Loaded.entries(
                """
                # Troubleshooting
                ## Pods not found
                The list stays blank. This happens because the index is stale. \
                Rebuild it with `make index all`.
                """
            ).first)
        #expect(entry.symptoms == ["The list stays blank."])
        #expect(entry.causes == ["This happens because the index is stale."])
        #expect(
            entry.fixes == [
                Fix(text: "Rebuild it with make index all.", commands: ["make index all"])
            ])
    }

    @Test(
        "headings about something else are no entries",
        arguments: [
            "Overview", "Debug workflows", "Preventive practices", "Getting help", "Prerequisites",
            "Emergency commands", "Changelog", "Check the logs", "Adding a failure mode",
            "How to report issues", "Contacts", "Update log", "Install the agent",
        ])
    func nonEntries(heading: String) {
        let text = "# Troubleshooting\n## \(heading)\n- one thing\n- another\n"
        #expect(Loaded.entries(text).isEmpty)
    }

    @Test("outside a document about failures a heading is only a heading")
    func elsewhere() {
        #expect(Loaded.entries("# Design\n## Nothing is lost\n- one\n- two\n").isEmpty)
    }

    @Test("in a bilingual document the first of two headings with one number has the body")
    func translation() {
        let text = "# Known errors\n## 1. It fails\n## 1. 失败\n**Fix:** mend\n"
        #expect(Loaded.entries(text).map(\.title) == ["It fails"])
        #expect(Loaded.entries(text).first?.fixes.map(\.text) == ["mend"])
    }
}
