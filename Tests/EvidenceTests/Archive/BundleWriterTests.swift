import Evidence
import Foundation
import Machine
import Redaction
import TestSupport
import Testing

@Suite struct BundleWriterTests {
    private let items = [
        BundleItem(BundleLayout.versions, "docker 27\n", source: "docker version"),
        BundleItem("logs/portal.txt", "ready\nhunter2-hunter3 said\n", source: "docker logs"),
    ]

    @Test("a bundle is read again as it was written, secrets gone")
    func round() async throws {
        let bench = try Bench()
        bench.redactor.learn(["DB_PASSWORD": "hunter2-hunter3"])
        let written = try await bench.write(
            items, missing: [MissingItem("git", because: "no git here")])
        let bundle = try await BundleReader(written.path, in: bench.world)
        #expect(bundle.paths == ["versions.txt", "logs/portal.txt"])
        #expect(bundle.text(of: "versions.txt") == "docker 27\n")
        #expect(bundle.text(of: "logs/portal.txt") == "ready\n[redacted:1] said\n")
        #expect(bundle.paths(in: "logs") == ["logs/portal.txt"])
        #expect(bundle.manifest.missing == [MissingItem("git", because: "no git here")])
        #expect(bundle.manifest.version == "1.2.3")
        #expect(bundle.manifest.items.map(\.source) == ["docker version", "docker logs"])
        #expect(bench.names == ["evidence.tar.gz"])
    }

    @Test("anybody's tar unpacks it, for its owner alone, and sha256sum agrees")
    func plainTools() async throws {
        let bench = try Bench()
        let written = try await bench.write(items)
        let mode = try FileManager.default.attributesOfItem(atPath: written.path)[.posixPermissions]
        #expect(mode as? Int == 0o600)
        try await bench.run("tar", ["-xzf", "evidence.tar.gz"])
        let sum = try await bench.run("sha256sum", ["evidence/versions.txt"])
        #expect(sum.output.hasPrefix(written.manifest.items[0].sha256))
        let unpacked = try await BundleReader("evidence", in: bench.world)
        #expect(unpacked.paths == ["versions.txt", "logs/portal.txt"])
    }

    @Test("the same files give the same bytes, wherever they are written")
    func reproducible() async throws {
        var archives: [Data] = []
        for _ in 0..<2 {
            let bench = try Bench()
            let written = try await bench.write(items)
            archives.append(try Data(contentsOf: URL(fileURLWithPath: written.path)))
        }
        #expect(archives[0] == archives[1])
    }

    @Test("what is too long is cut at a line's end and marked; what has no room is missing")
    func bounds() async throws {
        let bench = try Bench()
        bench.redactor.learn(["DB_PASSWORD": "hunter2-hunter3"])
        let long = String(repeating: "password=hunter2-hunter3 0123456789\n", count: 100)
        let written = try await bench.write(
            [
                BundleItem("a.txt", long, source: "a"), BundleItem("b.txt", long, source: "b"),
                BundleItem("c.txt", long, source: "c"),
            ], limits: BundleLimits(item: 1000, total: 1500, files: 2))
        let bundle = try await BundleReader(written.path, in: bench.world)
        #expect(bundle.manifest.items.map(\.truncated) == [true, true])
        #expect(bundle.manifest.missing == [MissingItem("c.txt", because: "the bundle is full")])
        for (path, limit) in [("a.txt", 1000), ("b.txt", 500)] {
            let text = try #require(bundle.text(of: path))
            #expect(text.utf8.count <= limit && text.utf8.count > limit - 40)
            #expect(text.split(separator: "\n").allSatisfy { $0.hasSuffix("789") })
        }
    }

    @Test("a secret that is learnt too late keeps the bundle from being written")
    func leak() async throws {
        let bench = try Bench()
        var writer = try BundleWriter(
            to: "evidence.tar.gz", redactor: bench.redactor, in: bench.world)
        try writer.add(BundleItem("a.txt", "one\nsaw kingfisher-9\n", source: "a"))
        bench.redactor.learn(["LATE_TOKEN": "kingfisher-9"])
        let failure = BundleFailure.secretLeft(
            token: "[redacted:1]", path: "evidence/a.txt", line: 2)
        await #expect(throws: failure) { try await writer.finish(version: "1") }
        #expect(bench.names == [])
    }

    @Test("digests are no secrets, whatever a team's pattern says of hexadecimal digits")
    func digests() async throws {
        let bench = try Bench()
        bench.redactor.learn(patterns: [try RedactionPattern("[0-9a-f]{32,}")])
        let written = try await bench.write(items)
        let bundle = try await BundleReader(written.path, in: bench.world)
        #expect(bundle.paths.count == 2)
    }

    @Test("secrets in names, sources and reasons are hidden, and names are made plain")
    func names() async throws {
        let bench = try Bench()
        bench.redactor.learn(["DB_PASSWORD": "hunter2-hunter3"])
        let written = try await bench.write(
            [
                BundleItem(
                    "metrics/http://u:hunter2-hunter3@h/../m", "x", source: "GET hunter2-hunter3"),
                BundleItem("logs/A.txt", "1", source: "1"),
                BundleItem("logs/a.txt", "2", source: "2"),
            ], missing: [MissingItem("hunter2-hunter3", because: "no\u{1B}[31m hunter2-hunter3")])
        let manifest = written.manifest
        #expect(manifest.items.map(\.source) == ["GET [redacted:1]", "1", "2"])
        #expect(manifest.items.dropFirst().map(\.path) == ["logs/A.txt", "logs/a-2.txt"])
        #expect(!manifest.items[0].path.contains(".."))
        #expect(manifest.missing == [MissingItem("[redacted:1]", because: "no [redacted:1]")])
    }

    @Test(
        "a place that can't be written to is told by the name given",
        arguments: ["absent/evidence.tar.gz", "taken"])
    func unwritable(path: String) async throws {
        let bench = try Bench()
        try bench.folder.makeFolder("taken")
        let error = #expect(throws: BundleFailure.self) {
            try BundleWriter(to: path, redactor: bench.redactor, in: bench.world)
        }
        #expect(error?.summary.hasPrefix("cannot write \(path): ") == true)
    }

    @Test("without tar nothing is written and nothing is left")
    func noTar() async throws {
        var bench = try Bench()
        let digest = String(repeating: "a", count: 64)
        bench.world.commands = FakeCommandRunner([
            "sha256sum": .output("\(digest)  ./a.txt\n")
        ])
        var writer = try BundleWriter(
            to: "evidence.tar.gz", redactor: bench.redactor, in: bench.world)
        try writer.add(BundleItem("a.txt", "a", source: "a"))
        await #expect(throws: BundleFailure.program("tar is not installed here")) {
            try await writer.finish(version: "1")
        }
        #expect(bench.names == [])
    }

    @Test("what stood there before is there until the new bundle is")
    func replaced() async throws {
        let bench = try Bench()
        try await bench.write([BundleItem("a.txt", "old", source: "a")])
        var writer = try BundleWriter(
            to: "evidence.tar.gz", redactor: bench.redactor, in: bench.world)
        try writer.add(BundleItem("a.txt", "new", source: "a"))
        let before = try await BundleReader("evidence.tar.gz", in: bench.world)
        #expect(before.text(of: "a.txt") == "old")
        _ = try await writer.finish(version: "1")
        let after = try await BundleReader("evidence.tar.gz", in: bench.world)
        #expect(after.text(of: "a.txt") == "new")
    }
}
