import Testing

@testable import Catalog

@Suite("Triage sections")
struct TriageReaderTests {
    @Test("list items are steps with their commands, details and probes")
    func items() throws {
        let catalog = Loaded.catalog(
            """
            # X
            ## Triage

            Four questions.

            1. Which fails? `docker compose ps`. Look closely.

               ```probe
               compose a
               ```
            2. What changed?
            """)
        let steps = try #require(catalog.runbooks.first?.triage)
        #expect(steps.map(\.number) == [1, 2])
        #expect(steps.map(\.title) == ["Which fails?", "What changed?"])
        #expect(steps.first?.commands == ["docker compose ps"])
        #expect(steps.first?.details == ["Look closely."])
        #expect(steps.first?.probes.map(\.subject) == ["a"])
        #expect(catalog.entries.isEmpty)
    }

    @Test("sub-headings are steps where there is no numbered list")
    func headings() throws {
        let catalog = Loaded.catalog(
            "# X\n## Triage: start here\n### 1. Is it up?\n```sh\ncurl x\n```\nSo.\n### 2. Logs\n")
        let steps = try #require(catalog.runbooks.first?.triage)
        #expect(steps.map(\.title) == ["Is it up?", "Logs"])
        #expect(steps.first?.commands == ["curl x"])
        #expect(steps.first?.details == ["So."])
    }

    @Test(
        "other special sections are kept by their role",
        arguments: [
            ("Evidence to capture", Section.Role.evidence), ("Escalation path", .escalation),
            ("Where logs live", .logs), ("Close codes and what they mean", .codes),
            ("When to escalate", .escalation), ("Evidence bundle", .evidence),
        ])
    func roles(title: String, role: Section.Role) {
        let runbook = Loaded.catalog("# X\n## \(title)\n- one\n\ntwo\n").runbooks.first
        #expect(runbook?.section(role)?.items == ["one", "two"])
        #expect(runbook?.section(role)?.title == title)
    }
}
