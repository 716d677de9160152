import Machine
import Testing
import Triage

@testable import Evidence

@Suite struct BundleComparisonTests {
    /// What stands beside the record in the earlier bundle.
    private static let surroundings = [
        BundleLayout.versions: "docker compose: 2.30\ngit: 2.47\n",
        BundleLayout.environment: "# this process\nMODE=fast\n",
        "logs/portal.txt": "2026-11-21T10:00:00Z ERROR cannot reach the media server\n",
        "git/recent.txt": "branch: main\n\nlast commits:\n  b2 now\n  a1 before\n\nchanged:\n  x\n",
    ]

    @Test("what became of each line is told, and what changed underneath")
    func comparison() async throws {
        let bench = try Bench()
        let before = try await bundle(SampleRun(), Self.surroundings, on: bench, "before")
        var broken = SampleRun()
        broken.statuses = ["http://portal/healthz": 500, "http://media/v3": 200]
        var surroundings = Self.surroundings
        surroundings[BundleLayout.versions] = "docker compose: 2.31\ngit: 2.47\n"
        surroundings[BundleLayout.environment] = "# this process\nMODE=fast\nDEBUG=1\n"
        surroundings["logs/portal.txt"]? +=
            "2026-11-21T10:00:01Z ERROR pool of connections is empty\n"
        surroundings["git/recent.txt"]? =
            "branch: main\n\nlast commits:\n  c3 newest\n  b2 now\n\nchanged:\n  x\n"
        let after = try await bundle(broken, surroundings, on: bench, "after")
        let comparison = await BundleComparison(
            of: before, try Replay(before), with: after, try Replay(after))
        #expect(comparison.lines.newlyFailing.map(\.component) == ["portal"])
        #expect(comparison.lines.fixed.map(\.component) == ["media"])
        #expect(comparison.lines.stillFailing.isEmpty)
        let changes = Dictionary(
            uniqueKeysWithValues: comparison.changes.map { ($0.subject, $0) })
        #expect(
            changes[.versions]?.changed
                == [.init(name: "docker compose", before: "2.30", after: "2.31")])
        #expect(changes[.environment]?.added == ["DEBUG (this process)"])
        #expect(changes[.logs]?.added.count == 1)
        #expect(changes[.logs]?.added.first?.contains("pool of connections") == true)
        #expect(changes[.commits]?.added == ["c3 newest"])
        #expect(changes[.commits]?.removed.isEmpty == true)
        #expect(changes[.runbooks]?.isEmpty == true)
    }

    @Test("a bundle beside itself has not changed, and what is missing is no change")
    func same() async throws {
        let bench = try Bench()
        let bundle = try await bundle(SampleRun(), [:], on: bench, "one")
        let comparison = await BundleComparison(
            of: bundle, try Replay(bundle), with: bundle, try Replay(bundle))
        #expect(comparison.lines.newlyFailing.isEmpty && comparison.lines.fixed.isEmpty)
        #expect(comparison.lines.stillFailing.map(\.component) == ["media"])
        #expect(comparison.changes.allSatisfy { $0.isEmpty })
        #expect(
            comparison.changes.filter { $0.unknown != nil }.map(\.subject)
                == [.versions, .environment, .logs, .commits])
    }

    @Test("a commit that was taken back is told")
    func rolledBack() async throws {
        let bench = try Bench()
        let before = try await bundle(SampleRun(), Self.surroundings, on: bench, "before")
        let after = try await bundle(
            SampleRun(), ["git/recent.txt": "last commits:\n  a1 before\n"], on: bench, "after")
        let change = CommitChange.change(from: before, to: after)
        #expect(change.added.isEmpty)
        #expect(change.removed == ["b2 now"])
    }

    /// A bundle that was really written and read.
    private func bundle(
        _ run: SampleRun, _ surroundings: [String: String], on bench: Bench, _ name: String
    ) async throws -> BundleReader {
        let texts = try await run.record().texts(of: [run.source])
        let items = texts + surroundings.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
        try await bench.write(
            items.map { BundleItem($0.path, $0.text, source: "test") }, to: "\(name).tar.gz")
        return try await BundleReader("\(name).tar.gz", in: bench.world)
    }
}
