import Markdown
import Testing

@testable import Catalog

@Suite("Front matter")
struct FrontMatterTests {
    private func read(_ text: String) -> FrontMatter {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        let text = FrontMatterText(syntax: .yaml, lines: lines, firstLine: 2)
        return FrontMatter(text, file: "a.md")
    }

    @Test("the whole of the documented form is read")
    func documentedForm() {
        let matter = read(
            """
            system: voxbento
            title: "VoxBento: live" # the name
            last_verified: 2026-11-20
            review_after: 90d
            owner: 'media on-call'
            detect: [service:mediamtx, file:portal/booth_state.py, env:VOX]
            depends: { portal: [mediamtx, database], web: portal }
            variables:
              PORTAL_URL: http://localhost:8000
              event_slug:   # none
            """)
        #expect(matter.diagnostics.isEmpty)
        #expect(matter.system == "voxbento")
        #expect(matter.title == "VoxBento: live")
        #expect(matter.lastVerified == "2026-11-20")
        #expect(matter.reviewAfterDays == 90)
        #expect(matter.owner == "media on-call")
        #expect(
            matter.detections == [
                .service("mediamtx"), .file("portal/booth_state.py"), .environment("VOX"),
            ])
        #expect(matter.dependencies == ["portal": ["mediamtx", "database"], "web": ["portal"]])
        #expect(matter.variables.map(\.name) == ["PORTAL_URL", "event_slug"])
        #expect(matter.variables.map(\.defaultValue) == ["http://localhost:8000", nil])
        #expect(matter.variables.map(\.location.line) == [10, 11])
    }

    @Test(
        "patterns of what to hide are kept as written, with their place",
        arguments: [
            "redact: ['CUST-[0-9]{8}', \"a, b\"]", "redact:\n  - 'CUST-[0-9]{8}'\n  - a, b",
        ])
    func redactions(text: String) {
        let matter = read("system: s\n" + text)
        #expect(matter.diagnostics.isEmpty)
        #expect(matter.redactions.map(\.text) == ["CUST-[0-9]{8}", "a, b"])
        #expect(matter.redactions.first?.location.line == (text.contains("\n") ? 4 : 3))
        #expect(read("redact: a+b+c").redactions.map(\.text) == ["a+b+c"])
        #expect(read("redact: { a: b }").diagnostics.map(\.rule) == ["front-matter-value"])
    }

    @Test("lists and mappings may be written on lines of their own")
    func nestedLines() {
        let matter = read(
            "detect:\n  - service:a\n  - env:B\ndepends:\n  x: [a, b]\n  y: c\nsystem: s\n")
        #expect(matter.diagnostics.isEmpty)
        #expect(matter.detections == [.service("a"), .environment("B")])
        #expect(matter.dependencies == ["x": ["a", "b"], "y": ["c"]])
        #expect(matter.system == "s")
    }

    @Test(
        "what lies outside the subset is reported at its place, and the rest still loads",
        arguments: [
            ("title: |\n  text\nsystem: s", 2, 8), ("title: [a\nsystem: s", 2, 8),
            ("title: \"a\nsystem: s", 2, 8), ("depends:\n  a:\n    - b\nsystem: s", 4, 5),
            ("just words\nsystem: s", 2, 1), ("title: *anchor\nsystem: s", 2, 8),
            ("title: a\n  b: c\nsystem: s", 3, 3),
        ])
    func outside(text: String, line: Int, column: Int) throws {
        let matter = read(text)
        let diagnostic = try #require(matter.diagnostics.first)
        #expect(diagnostic.location == SourceLocation(file: "a.md", line: line, column: column))
        #expect(diagnostic.severity == .error)
        #expect(matter.system == "s")
    }

    @Test("an unknown key is a warning with the nearest known one")
    func unknownKey() throws {
        let diagnostic = try #require(read("last_verifed: 2026-01-01").diagnostics.first)
        #expect(diagnostic.severity == .warning)
        #expect(diagnostic.rule == "front-matter-key")
        #expect(diagnostic.message.contains("'last_verified'"))
    }

    @Test("odd syntax under a key that nobody reads is only a warning")
    func harmless() {
        let severities = read("description: >\n  long\n  text\nsystem: s").diagnostics
            .map(\.severity)
        #expect(!severities.isEmpty && severities.allSatisfy { $0 == .warning })
    }

    @Test(
        "days, periods, signs and names are checked",
        arguments: [
            ("last_verified: 2026-02-29", "front-matter-date"),
            ("last_verified: 20 Nov 2026", "front-matter-date"),
            ("review_after: soon", "front-matter-duration"),
            ("detect: [mediamtx]", "front-matter-detect"),
            ("variables:\n  a-b: c", "front-matter-variable"),
            ("title: [a]", "front-matter-value"), ("depends: [a]", "front-matter-value"),
        ])
    func validates(text: String, rule: String) {
        #expect(read(text).diagnostics.map(\.rule) == [rule])
        #expect(read(text).diagnostics.first?.severity == .error)
    }

    @Test("a key set twice keeps its first value")
    func twice() {
        let matter = read("system: a\nsystem: b")
        #expect(matter.system == "a")
        #expect(matter.diagnostics.map(\.rule) == ["front-matter-duplicate"])
    }

    @Test("a system that cannot start an id is made fit")
    func systemName() {
        let matter = read("system: My System!")
        #expect(matter.system == "my-system")
        #expect(matter.diagnostics.map(\.severity) == [.warning])
    }
}
