import Catalog
import Foundation
import Machine
import TestSupport
import Testing

@testable import Probes

@Suite(.timeLimit(.minutes(1))) struct DiskProbeTests {
    /// 4.2% left, as on a disk of 78 GB of which root keeps some.
    private static let nearlyFull = VolumeSpace(
        bytes: .init(total: 78_000_000_000, used: 73_000_000_000, available: 3_200_000_000),
        inodes: .init(total: 0, used: 0, available: 0))

    private static let withoutInodes = VolumeSpace(
        bytes: .init(total: 1000, used: 500, available: 500),
        inodes: .init(total: 1000, used: 991, available: 9))

    private func check() -> LineCheck {
        let files = FakeFileSystem(["/data/a": "", "/cache/b": "", "/proc/c": ""])
        files.mount(Self.nearlyFull, at: "/data")
        files.mount(Self.withoutInodes, at: "/cache")
        files.mount(
            VolumeSpace(
                bytes: .init(total: 0, used: 0, available: 0), inodes: Self.nearlyFull.inodes),
            at: "/proc")
        return LineCheck(.fake(files: files))
    }

    @Test("the examples are right lines")
    func lint() throws {
        for example in DiskProbe().schema.examples {
            #expect(ProbeLineValidation.diagnostics(for: try LineCheck.line(example)) == [])
        }
    }

    @Test(
        "room is compared as shares and as bytes",
        arguments: [
            ("/cache", Outcome.pass, "free 50% (500 bytes of 1 KB)"),
            ("/data", .fail, "free 4.1% (3.2 GB of 78 GB)"),
            ("/data free<5%", .pass, "free 4.1% (3.2 GB of 78 GB)"),
            ("/data available>5GB", .fail, "available 3.2 GB (4.1%)"),
            (
                "/data available>3GB inodes>=50%", .pass,
                "available 3.2 GB (4.1%), inodes 100% (without a limit)"
            ),
            ("/cache inodes>=5%", .fail, "inodes 0.9% (9 of 1000)"),
            ("/gone", .fail, "/gone does not exist"),
            ("/proc free>1%", .unknown, "the file system of /proc holds no data of its own"),
        ])
    func compares(words: String, outcome: Outcome, observed: String) async throws {
        let result = try await check().result("disk \(words)")
        #expect(result.outcome == outcome)
        #expect(result.observed == observed)
        #expect(result.component == "disk")
    }

    @Test("a real full disk fails, and so does one without inodes")
    func full() async throws {
        let folder = try TemporaryFolder()
        let check = LineCheck(folder.world())
        try await folder.withMount(at: "full", "size=64k,nr_inodes=4") {
            #expect(try await check.result("disk full free>=90% inodes>=50%").outcome == .pass)
            try folder.write("full/one", [UInt8](repeating: 1, count: 65_536))
            let result = try await check.result("disk full")
            #expect(result.outcome == .fail)
            #expect(result.observed == "free 0% (0 bytes of 65.5 KB)")
            try folder.write("full/two", "")
            try folder.write("full/three", "")
            let inodes = try await check.result("disk full/one inodes>=5%")
            #expect(inodes.observed == "inodes 0% (0 of 4)")
        }
    }

    @Test(
        "in a container stat tells, in blocks of any size",
        arguments: [
            ("4096 16 8 8 100 60", Outcome.pass, "free 50% (32.7 KB of 65.5 KB)"),
            ("4096 16 0 0 100 60", .fail, "free 0% (0 bytes of 65.5 KB)"),
            ("4096 sixteen 0 0 100 60", .unknown, "`stat -f` of portal can't tell: "),
            (
                "18446744073709551615 18446744073709551615 9 9 0 0", .unknown,
                "the file system of /data holds no data of its own"
            ),
        ])
    func container(counts: String, outcome: Outcome, observed: String) async throws {
        let result = try await inPortal(.output(counts + "\n"))
        #expect(result.outcome == outcome)
        #expect(result.observed == observed)
        #expect(result.component == "portal")
    }

    @Test(
        "a path that the container does not have fails, a container that can't tell is unknown",
        arguments: [
            (
                "stat: can't read file system information for '/data': No such file or directory",
                Outcome.fail
            ),
            (
                "stat: cannot read file system information for '/data': No such file or directory",
                .fail
            ),
            ("stat: unrecognized option: f", .unknown),
            ("service \"portal\" is not running", .unknown),
        ])
    func absent(complaint: String, outcome: Outcome) async throws {
        let result = try await inPortal(.exit(1, error: complaint + "\n"))
        #expect(result.outcome == outcome)
    }

    private func inPortal(_ answer: FakeCommandRunner.Answer) async throws -> ProbeResult {
        let commands = FakeCommandRunner(["docker compose exec -T portal stat -f": answer])
        let files = FakeFileSystem(["/srv/compose.yaml": ""])
        return try await LineCheck(.fake(commands: commands, files: files))
            .result("disk /data in=portal")
    }
}
