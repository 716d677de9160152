import Evidence
import Foundation
import Machine
import TestSupport
import Testing

@Suite struct BundleReaderTests {
    private func reason(_ name: String, in bench: Bench) async -> String {
        do {
            _ = try await BundleReader(name, limits: .read, in: bench.world)
            return "read"
        } catch BundleFailure.unreadable(let path, let reason) {
            return path == name ? reason : "wrong path \(path)"
        } catch {
            return "\(error)"
        }
    }

    /// A bundle taken apart, to be changed.
    private func unpacked() async throws -> Bench {
        let bench = try Bench()
        try await bench.write([BundleItem("logs/a.txt", "one", source: "a")])
        try await bench.run("tar", ["-xzf", "evidence.tar.gz"])
        return bench
    }

    @Test(
        "what has been changed is refused, by its name",
        arguments: [
            (["sh", "-c", "printf two > evidence/logs/a.txt"], "logs/a.txt has been changed"),
            (["rm", "evidence/logs/a.txt"], "it lacks logs/a.txt"),
            (["touch", "evidence/more"], "more is not in its manifest.json"),
            (["rm", "evidence/manifest.json"], "it has no manifest.json"),
            (["sh", "-c", "echo {} > evidence/manifest.json"], "its manifest.json cannot be read"),
            (["sed", "-i", "s#bundle/1#bundle/9#", "evidence/manifest.json"], "its form is not"),
            (["ln", "-sf", "/etc/passwd", "evidence/logs/a.txt"], "it holds something"),
            (
                ["sed", "-i", "s#logs/a.txt#../../a.txt#", "evidence/manifest.json"],
                "it lacks a file"
            ),
        ])
    func changed(command: [String], start: String) async throws {
        let bench = try await unpacked()
        #expect(try await bench.run(command[0], Array(command.dropFirst())).exitCode == 0)
        let unpackedReason = await reason("evidence", in: bench)
        #expect(unpackedReason.hasPrefix(start))
        // Packed again by hand, it is no better.
        try await bench.run("tar", ["-czf", "again.tar.gz", "evidence"])
        #expect(await reason("again.tar.gz", in: bench) != "read")
    }

    @Test(
        "archives that are no bundles are refused",
        arguments: [
            ("ln -s /etc/passwd x/link", "it holds something else than files"),
            ("echo > x/a && ln x/a x/b", "it holds something else than files"),
            ("mkfifo x/pipe", "it holds something else than files"),
            ("echo > 'x/a b'", "it holds a name that no bundle has"),
            ("truncate -s 20M x/big", "it holds more than a bundle may"),
            ("cd x && for n in $(seq 1001); do echo > $n; done", "it holds more than"),
        ])
    func hostile(script: String, start: String) async throws {
        let bench = try Bench()
        try bench.folder.makeFolder("x")
        try await bench.run("sh", ["-c", script])
        try await bench.run("tar", ["--format=ustar", "-czf", "x.tar.gz", "x"])
        let told = await reason("x.tar.gz", in: bench)
        #expect(told.hasPrefix(start))
    }

    @Test(
        "names that lead out of the folder are refused",
        arguments: ["s#x/a#../../a#", "s#x/a#/etc/a#", "s#x/a#x/../a#"])
    func names(rename: String) async throws {
        let bench = try Bench()
        try bench.folder.write("x/a", "a")
        try await bench.run(
            "tar", ["-P", "--format=ustar", "--transform", rename, "-czf", "x.tar.gz", "x/a"])
        let told = await reason("x.tar.gz", in: bench)
        #expect(told == "it holds a name that no bundle has")
    }

    @Test("a bomb is stopped, not unpacked")
    func bomb() async throws {
        let bench = try Bench()
        try await bench.run("sh", ["-c", "head -c 300M /dev/zero | gzip -1 > bomb.tar.gz"])
        let told = await reason("bomb.tar.gz", in: bench)
        #expect(told == "it holds more than a bundle may")
    }

    @Test(
        "what is no archive at all is told from what is not there",
        arguments: [
            ("absent.tar.gz", "it does not exist"), ("text.tar.gz", "it is no whole gzip file"),
            ("half.tar.gz", "it is no whole gzip file"), ("text.gz", "it is no tar archive"),
            ("short.tar.gz", "it ends too early"),
        ])
    func none(name: String, start: String) async throws {
        let bench = try Bench()
        try await bench.write([BundleItem("a.txt", "one", source: "a")], to: "whole.tar.gz")
        let script = """
            printf hello > text.tar.gz; head -c 200 whole.tar.gz > half.tar.gz
            seq 1000 | gzip > text.gz; gzip -dc whole.tar.gz | head -c 600 | gzip > short.tar.gz
            """
        try await bench.run("sh", ["-c", script])
        let told = await reason(name, in: bench)
        #expect(told == start)
    }

    @Test("reading leaves nothing behind")
    func clean() async throws {
        let bench = try Bench()
        try await bench.write([BundleItem("a.txt", "one", source: "a")])
        _ = try await BundleReader("evidence.tar.gz", in: bench.world)
        #expect(bench.names == ["evidence.tar.gz"])
    }
}
