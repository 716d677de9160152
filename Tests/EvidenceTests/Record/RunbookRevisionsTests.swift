import Catalog
import Machine
import Testing

@testable import Evidence

@Suite struct RunbookRevisionsTests {
    @Test("revisions are the SHA-256 that the machine's own programs count")
    func digests() async throws {
        let bench = try Bench()
        let sources = [
            RunbookSource(file: "a.md", bytes: []), RunbookSource(file: "b.md", bytes: [0x61]),
        ]
        let revisions = await RunbookRevisions.revisions(of: sources, in: bench.world)
        // FIPS 180-4 of nothing and of "a".
        #expect(
            revisions == [
                "a.md": "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
                "b.md": "ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb",
            ])
        #expect(bench.names.isEmpty)
    }

    @Test("where nothing counts them, they are unknown")
    func noProgram() async throws {
        var world = try Bench().world
        world.commands = FakeCommandRunner()
        let source = RunbookSource(file: "a.md", bytes: [])
        #expect(await RunbookRevisions.revisions(of: [source], in: world).isEmpty)
    }
}
