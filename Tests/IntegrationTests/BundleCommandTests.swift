import Foundation
import Machine
import TestSupport
import Testing

/// The command `bundle` and `triage --bundle` without an engine.
@Suite(.serialized, .timeLimit(.minutes(5))) struct BundleCommandTests {
    private func folder() throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        try folder.write(".env", "API_TOKEN=kestrel-773-hobby\nPORT=8000\n")
        return folder
    }

    private func partial(in folder: TemporaryFolder) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder.path)
            .filter { $0.contains("partial-") }
    }

    /// Whether an archive is whole, as its own manifest and the system's programs see it.
    private func isWhole(_ name: String, in folder: TemporaryFolder) async throws -> Bool {
        let script = """
            rm -rf unpacked && mkdir unpacked && tar -xzf "$0" -C unpacked --strip-components=1 &&
            cd unpacked && python3 - <<'END'
            import hashlib, json
            for item in json.load(open("manifest.json"))["items"]:
                content = open(item["path"], "rb").read()
                assert hashlib.sha256(content).hexdigest() == item["sha256"], item["path"]
            END
            """
        let result = try await Program.run("sh", ["-c", script, name], in: folder.path)
        return result.exitCode == 0
    }

    @Test("triage writes a bundle beside its verdict, and standard output stays what it was")
    func triage() async throws {
        let folder = try folder()
        let plain = try await Program.diagnose(
            ["triage", "general", "--output", "json"], in: folder.path)
        let bundled = try await Program.diagnose(
            ["triage", "general", "--output", "json", "--bundle", "e.tar.gz"], in: folder.path)
        #expect(bundled.exitCode == plain.exitCode)
        let document = try JSONSerialization.jsonObject(with: Data(bundled.standardOutput))
        #expect((document as? [String: Any])?["schema"] as? String == "diagnose.verdict/1")
        #expect(bundled.errorOutput.contains("bundle    e.tar.gz ("))
        #expect(try await isWhole("e.tar.gz", in: folder))
        let inside = try folder.text(of: "unpacked/verdict.json")
        #expect(inside == bundled.output)
        #expect(try !folder.text(of: "unpacked/environment.txt").contains("kestrel"))
        #expect(try partial(in: folder) == [])
    }

    @Test("bundle tells what is in it and what is not, and exits 0 whatever the verdict")
    func command() async throws {
        let folder = try folder()
        let result = try await Program.diagnose(
            ["bundle", "general", "--quiet"], in: folder.path, environment: ["COLUMNS": "40"])
        #expect(result.exitCode == 0)
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
        let name = try #require(names.first { $0.hasSuffix(".tar.gz") })
        #expect(name.wholeMatch(of: /diagnose-\d{8}T\d{6}Z\.tar\.gz/) != nil)
        #expect(try await isWhole(name, in: folder))
        #expect(result.output.contains("- git: . is in no git repository"))
        // Only a word that is longer itself, such as a path, goes beyond the width.
        for line in result.output.split(separator: "\n") where line.count > 40 {
            #expect(line.split(separator: " ").count <= 2, "\(line)")
        }
    }

    @Test(
        "a place that can't be written to is told before anything is run",
        arguments: [["bundle", "--file"], ["triage", "general", "--bundle"]])
    func unwritable(words: [String]) async throws {
        let folder = try folder()
        let result = try await Program.diagnose(words + ["absent/e.tar.gz"], in: folder.path)
        #expect(result.exitCode == 64)
        #expect(result.errorOutput.hasPrefix("diagnose: cannot write 'absent/e.tar.gz'"))
        #expect(result.output.isEmpty)
    }

    @Test(
        "what never ends, or asks nothing, brings no bundle",
        arguments: [["--watch", "1s"], ["--dry-run"]]
    )
    func conflicts(flags: [String]) async throws {
        let folder = try folder()
        let result = try await Program.diagnose(
            ["triage", "general", "--bundle", "e.tar.gz"] + flags, in: folder.path)
        #expect(result.exitCode == 64)
        #expect(try partial(in: folder) == [] && !folder.holds("e.tar.gz"))
    }

    @Test("lint tells of a collect line that states something")
    func lint() async throws {
        let folder = try folder()
        try folder.write(
            "r.md", "# R\n\n## Evidence to capture\n\n```collect\nhttp http://x status=200\n```\n")
        let result = try await Program.diagnose(["lint", "r.md"], in: folder.path)
        #expect(result.exitCode == 65)
        #expect(result.output.contains("r.md:6:15: error: a collect line only looks"))
    }

    @Test("a run that is killed at any moment leaves no half bundle, and the next cleans up")
    func killed() async throws {
        let folder = try folder()
        let clock = ContinuousClock()
        let start = clock.now
        _ = try await Program.diagnose(
            ["bundle", "general", "--file", "m.tar.gz"], in: folder.path)
        let whole = clock.now - start
        let seed = UInt64.random(in: 0...UInt64.max)
        print("bundle kill seed \(seed), a whole run takes \(whole)")
        var random = SeededGenerator(state: seed)
        for signal in Array(repeating: "KILL", count: 12) + ["INT", "TERM", "INT", "TERM"] {
            let moment = whole * Double.random(in: 0.02...1.1, using: &random)
            let seconds =
                Double(moment.components.attoseconds) / 1e18
                + Double(moment.components.seconds)
            try? FileManager.default.removeItem(atPath: folder.path + "/e.tar.gz")
            let before = try partial(in: folder)
            _ = try await Program.run(
                "timeout",
                [
                    // Without it the program hears of a signal twice, once as one of a group.
                    "--foreground", "-s", signal, String(format: "%.4f", seconds),
                    TestEnvironment.executable,
                    "bundle", "general", "--file", "e.tar.gz",
                ], in: folder.path)
            if folder.holds("e.tar.gz") {
                #expect(
                    try await isWhole("e.tar.gz", in: folder), "\(signal) after \(seconds), \(seed)"
                )
            }
            if signal != "KILL" {
                let left = Set(try partial(in: folder)).subtracting(before)
                #expect(left == [], "\(signal) after \(seconds), \(seed)")
            }
        }
        _ = try await Program.diagnose(
            ["bundle", "general", "--file", "z.tar.gz"], in: folder.path)
        #expect(try partial(in: folder) == [])
    }
}

/// A generator whose numbers follow from a seed (SplitMix64), so that a failure can be had again.
private struct SeededGenerator: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
