import Catalog
import Machine
import Testing

/// Disks that never answer, such as those of a server that is gone.
@Suite(.timeLimit(.minutes(1))) struct HungDiskTests {
    private func result(_ line: String) async throws -> ProbeResult {
        let files = HungFileSystem()
        defer { files.release() }
        let check = LineCheck(.fake(files: files, clock: FakeClock(advancesItself: true)))
        return try await check.result(line, timeout: .seconds(5))
    }

    @Test(
        "what a line is about fails where its disk hangs",
        arguments: ["file /mnt/nfs/a", "file /mnt/nfs/a writable=true size>1", "disk /mnt/nfs"])
    func failed(line: String) async throws {
        let result = try await result(line)
        #expect(result.outcome == .fail)
        #expect(result.observed.hasSuffix("did not answer within 5 s: its disk hangs"))
    }

    @Test(
        "what a line only needs leaves it unknown",
        arguments: [
            "env A file=/mnt/nfs/.env", "env A listed-in=/mnt/nfs/.env",
            "alembic /mnt/nfs heads=1", "tls localhost:1 ca=/mnt/nfs/ca.pem",
            "ws wss://localhost:1/ ca=/mnt/nfs/ca.pem",
        ])
    func unknown(line: String) async throws {
        let result = try await result(line)
        #expect(result.outcome == .unknown)
        #expect(
            result.observed.hasSuffix("did not answer within 5 s: its disk hangs"),
            "\(result.observed)")
    }

    @Test("a log that can't be read in time leaves the line unknown")
    func log() async throws {
        let result = try await result("log /mnt/nfs/app.log absent=x")
        #expect(result.outcome == .unknown)
        #expect(result.observed.contains("within 5 s"), "\(result.observed)")
    }

    @Test("a dotenv file of the user that hangs is noted")
    func noted() async throws {
        let files = HungFileSystem()
        defer { files.release() }
        let check = LineCheck(
            .fake(files: files, clock: FakeClock(advancesItself: true)),
            environmentFiles: ["/mnt/nfs/.env"])
        let result = try await check.result("env A set=true", timeout: .seconds(5))
        #expect(result.outcome == .fail)
        #expect(result.evidence == ["/mnt/nfs/.env: did not answer within 5 s: its disk hangs"])
    }
}
