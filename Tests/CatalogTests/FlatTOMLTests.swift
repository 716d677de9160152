import Markdown
import Testing

@testable import Catalog

@Suite("Front matter in TOML")
struct FlatTOMLTests {
    private func read(_ text: String) -> FrontMatter {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        return FrontMatter(
            FrontMatterText(syntax: .toml, lines: lines, firstLine: 2), file: "a.md")
    }

    @Test("it has the same keys as in YAML, tables and inline tables alike")
    func documentedForm() {
        let matter = read(
            """
            system = "voxbento" # the name
            title = 'VoxBento: \\live'
            last_verified = 2026-11-20
            review_after = "90d"
            owner = "media \\"on-call\\""
            detect = [
              "service:mediamtx", # compose
              "env:VOX",
            ]
            depends = { portal = ["mediamtx", "database"], web = "portal" }
            [variables]
            PORTAL_URL = "http://localhost:8000"
            RETRIES = 3
            """)
        #expect(matter.diagnostics.isEmpty)
        #expect(matter.system == "voxbento")
        #expect(matter.title == "VoxBento: \\live")
        #expect(matter.titleLine == 3)
        #expect(matter.lastVerified == "2026-11-20")
        #expect(matter.reviewAfterDays == 90)
        #expect(matter.owner == "media \"on-call\"")
        #expect(matter.detections == [.service("mediamtx"), .environment("VOX")])
        #expect(matter.dependencies == ["portal": ["mediamtx", "database"], "web": ["portal"]])
        #expect(matter.variables.map(\.name) == ["PORTAL_URL", "RETRIES"])
        #expect(matter.variables.map(\.defaultValue) == ["http://localhost:8000", "3"])
        #expect(matter.variables.map(\.location.line) == [13, 14])
    }

    @Test("dotted keys name a table")
    func dottedKeys() {
        let matter = read("depends.portal = [\"database\"]\nvariables.A = \"1\"\nsystem = \"s\"")
        #expect(matter.diagnostics.isEmpty)
        #expect(matter.dependencies == ["portal": ["database"]])
        #expect(matter.variables.map(\.name) == ["A"])
    }

    @Test(
        "what lies outside the subset is reported on its line, and the rest still loads",
        arguments: [
            ("title = \"a", 2), ("title", 2), ("title = ", 2), ("= 1", 2), ("title = \"a\" b", 2),
            ("[[x]]", 2), ("system = \"s\"\n[a.b]\nc = 1", 3), ("title = [[[[1]]]]", 2), ("[a", 2),
        ])
    func problems(text: String, line: Int) {
        let matter = read("\(text)\n")
        #expect(matter.diagnostics.map(\.location.line).first == line)
        #expect(read("system = \"s\"\n\(text)\n").system == "s")
    }

    @Test("an array that nobody closes takes the rest and ends soon")
    func openArray() {
        let lines = ["detect = ["] + Array(repeating: "\"a\", [", count: 20_000)
        let duration = ContinuousClock().measure { _ = FlatTOML(lines: lines, firstLine: 2) }
        #expect(duration < .seconds(20))
    }
}
