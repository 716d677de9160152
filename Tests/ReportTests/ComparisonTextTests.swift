import Report
import Testing
import Triage

@Suite struct ComparisonTextTests {
    @Test("what is newly failing stands first, what changed underneath last", arguments: [80, 40])
    func text(width: Int) throws {
        let text = ComparisonText.report(
            of: Self.comparison, Self.changes, style: TextStyle(width: width))
        try Golden.expect(text, equals: "comparison/\(width).txt")
        #expect(text.split(separator: "\n").allSatisfy { $0.count <= width })
    }

    @Test("a run beside itself has nothing newly failing")
    func same() {
        let record = SampleVerdict.record
        let text = ComparisonText.report(
            of: RunComparison(of: record, with: record), [], style: TextStyle())
        #expect(text.hasPrefix("✓ nothing fails that did not before\n"))
        #expect(text.hasSuffix("Changed underneath\n  nothing that was captured\n"))
    }

    @Test("programs read the same")
    func document() throws {
        try Golden.expect(
            ComparisonJSON.document(of: Self.comparison, Self.changes),
            equals: "comparison/document.json")
    }

    /// All lists but that of what is fixed.
    private static var comparison: RunComparison {
        var before = SampleVerdict.record
        before.items.removeFirst()
        before.items[0].result.outcome = .fail
        before.items[1].result.outcome = .pass
        before.items[2].result.outcome = .pass
        return RunComparison(of: before, with: SampleVerdict.record)
    }

    private static let changes = [
        SurroundingChange(
            .versions, changed: [.init(name: "docker", before: "27.0", after: "28.1")]),
        SurroundingChange(.environment, added: ["DEBUG (portal)"], removed: ["MODE (portal)"]),
        SurroundingChange(.logs, added: ["portal: ERROR pool \u{1B}[31mof <*> is empty"]),
        SurroundingChange(.commits, unknown: "not captured in both"),
        SurroundingChange(.runbooks),
    ]
}
