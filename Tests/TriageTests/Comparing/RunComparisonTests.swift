import Catalog
import Testing

@testable import Triage

@Suite struct RunComparisonTests {
    @Test(
        "each line goes to the list that says what became of it",
        arguments: [
            (([.pass], [.fail]), ["new"]), (([], [.fail]), ["new"]),
            (([.unknown], [.fail]), ["new"]),
            (([.fail], [.fail]), ["still"]), (([.fail], [.pass]), ["fixed"]),
            (([.fail], [.unknown]), ["gone"]), (([.fail], []), ["gone"]),
            (([.pass], [.unknown]), ["gone"]), (([.pass], []), ["gone"]),
            (([.pass], [.pass]), []), (([.unknown], [.pass]), []), (([.unknown], []), []),
            (([], [.pass]), []),
        ] as [(([Outcome], [Outcome]), [String])])
    func lists(outcomes: ([Outcome], [Outcome]), lists: [String]) {
        let comparison = RunComparison(
            of: record(outcomes.0.map { ($0, "http x", "portal") }),
            with: record(outcomes.1.map { ($0, "http x", "portal") }))
        #expect(Self.lists(of: comparison) == lists)
    }

    @Test("a line about all services fails for each of them on its own")
    func services() {
        let all = "compose * state=running"
        let healthy = record([(.pass, all, "compose")])
        let portal = record([(.fail, all, "portal")])
        let media = record([(.fail, all, "media")])
        let broken = RunComparison(of: healthy, with: portal)
        #expect(broken.newlyFailing.map(\.component) == ["portal"])
        let moved = RunComparison(of: portal, with: media)
        #expect(moved.newlyFailing.map(\.component) == ["media"])
        #expect(moved.fixed.map(\.component) == ["portal"])
        let mended = RunComparison(of: portal, with: healthy)
        #expect(mended.fixed.map(\.component) == ["portal"])
        #expect(mended.noLongerObserved.isEmpty)
    }

    @Test("lines are the same by what both runs can have in common of them")
    func normalised() {
        let comparison = RunComparison(
            of: record([(.fail, "http x?key=1", "portal")]),
            with: record([(.fail, "http x?key=2", "portal")])
        ) { String($0.prefix { $0 != "=" }) }
        #expect(Self.lists(of: comparison) == ["still"])
    }

    private func record(_ items: [(Outcome, String, String)]) -> TriageRecord {
        TriageRecord(
            runbooks: [],
            items: items.map { RecordBuilder.item($0.0, $0.1, component: $0.2, owners: []) })
    }

    private static func lists(of comparison: RunComparison) -> [String] {
        [
            ("new", comparison.newlyFailing), ("still", comparison.stillFailing),
            ("fixed", comparison.fixed), ("gone", comparison.noLongerObserved),
        ].flatMap { name, lines in lines.map { _ in name } }
    }
}
