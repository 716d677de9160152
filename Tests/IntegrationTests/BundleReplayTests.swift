import Demo
import Foundation
import Machine
import TestSupport
import Testing

/// A bundle says on another machine, offline, what the run said.
@Suite struct BundleReplayTests {
    /// The formats that a run is compared in; each has its own times.
    private static let formats = ["text", "json", "html", "junit", "markdown", "prometheus", "tap"]
    private static let runbook = """
        ---
        system: shop
        depends: { portal: [media] }
        ---
        # Shop

        ## Triage

        1. Does the media server answer?

           ```probe
           http ${MEDIA_URL}/status status=200 of=media   # the media server is down
           ```

        ## Failures

        | Symptom | Cause | Fix |
        |---|---|---|
        | <a id="silence"></a>Nobody hears anything | the media server is down | `docker compose restart media` |

        ```probe silence
        http ${MEDIA_URL}/status status=200 of=media
        http ${PORTAL_URL}/healthz status=200 of=portal
        ```

        ## Evidence to capture

        - `docker compose ps -a`

        ## Escalation

        - Media on-call
        """

    @Test("every report of a replay is that of the run, byte for byte, and nothing is asked")
    func replay() async throws {
        let folder = try TemporaryFolder()
        let first = try await record(in: folder, status: 503)
        #expect(first.exitCode == 1, "\(first.output)\(first.errorOutput)")
        for format in Self.formats {
            let run = try folder.text(of: "first.\(format)")
            let replay = try await offline(
                ["triage", "--replay", "incident.tar.gz", "--output", format], in: folder)
            #expect(replay.exitCode == 1, "\(format): \(replay.errorOutput)")
            #expect(replay.output == run, "\(format) differs")
            #expect(replay.errorOutput.isEmpty)
        }
        let quiet = try await offline(
            ["triage", "--replay", "incident.tar.gz", "--fail-on", "critical", "--quiet"],
            in: folder)
        #expect(quiet.exitCode == 0)
        #expect(quiet.output.split(separator: "\n").count == 1)
    }

    @Test("other runbooks judge what was recorded, and what nobody looked at is unknown")
    func otherRunbooks() async throws {
        let folder = try TemporaryFolder()
        _ = try await record(in: folder, status: 503)
        try folder.write(
            "other/shop.md",
            Self.runbook.replacingOccurrences(of: "/healthz", with: "/readyz")
                .replacingOccurrences(of: "the media server is down", with: "no stream"))
        let result = try await offline(
            ["triage", "--replay", "incident.tar.gz", "--runbooks", "other", "--output", "json"],
            in: folder)
        let document = try VerdictDocument(result)
        #expect(document.lead?.reason == "no stream")
        #expect(document.probes.map(\.outcome) == ["fail", "unknown"])
        #expect(document.probes.last?.observed == "not recorded in this bundle")
    }

    @Test("the note of a bundle is the same each time, and says whom to call")
    func escalation() async throws {
        let folder = try TemporaryFolder()
        _ = try await record(in: folder, status: 503)
        let first = try await offline(["escalate", "incident.tar.gz"], in: folder)
        let second = try await offline(["escalate", "incident.tar.gz"], in: folder)
        #expect(first.exitCode == 0, "\(first.errorOutput)")
        #expect(first.output == second.output)
        #expect(first.output.contains("- Media on-call\n"))
        #expect(first.output.contains("`shop/silence`"))
        #expect(first.output.contains("revision `"))
        #expect(!first.output.contains("revision `unknown`"))
    }

    @Test("two bundles tell what broke, and exit by it")
    func difference() async throws {
        let folder = try TemporaryFolder()
        _ = try await record(in: folder, status: 200, as: "before.tar.gz")
        _ = try await record(in: folder, status: 503, as: "after.tar.gz")
        let broke = try await offline(["diff", "before.tar.gz", "after.tar.gz"], in: folder)
        #expect(broke.exitCode == 1, "\(broke.errorOutput)")
        #expect(broke.output.contains("1 line newly failing"))
        #expect(broke.output.contains("status 503"))
        let mended = try await offline(["diff", "after.tar.gz", "before.tar.gz"], in: folder)
        #expect(mended.exitCode == 0)
        #expect(mended.output.contains("Fixed since"))
    }

    @Test(
        "what a replay can't heed is refused",
        arguments: [
            ["--wait", "1s"], ["--watch", "1s"], ["--dry-run"], ["--set", "A=b"], ["shop"],
            ["--bundle", "x.tar.gz"], ["--only", "shop/silence"], ["--events"],
        ])
    func refused(words: [String]) async throws {
        let result = try await Program.diagnose(
            ["triage", "--replay", "x.tar.gz"] + words, in: "/")
        #expect(result.exitCode == 64)
        #expect(result.output.isEmpty)
    }

    @Test(
        "what is no bundle is told in a line",
        arguments: ["triage --replay", "escalate", "diff x.tar.gz", "test"])
    func noBundle(line: String) async throws {
        let folder = try TemporaryFolder()
        try folder.write("x.tar.gz", "no archive")
        let words = line.split(separator: " ").map(String.init) + ["x.tar.gz"]
        let result = try await Program.diagnose(words, in: folder.path)
        #expect(result.exitCode == 64)
        #expect(result.errorOutput.hasPrefix("diagnose: cannot read 'x.tar.gz': "))
    }

    @Test(
        "a bundle that can't be unpacked is told as what can't be read",
        arguments: ["triage --replay", "escalate"])
    func noUnpacking(line: String) async throws {
        let folder = try TemporaryFolder()
        try folder.write("x.tar.gz", "no archive")
        try folder.write("bin/none", "")
        let result = try await Program.diagnose(
            line.split(separator: " ").map(String.init) + ["x.tar.gz"], in: folder.path,
            environment: ["PATH": folder.path + "/bin"])
        #expect(result.exitCode == 64)
        #expect(
            result.errorOutput.hasPrefix(
                "diagnose: cannot read 'x.tar.gz': gzip is not installed here\n"),
            "\(result.errorOutput)")
    }

    @Test(
        "who interrupts the reading of a bundle is told no mistake",
        arguments: ["triage --replay", "escalate", "diff x.tar.gz"])
    func interrupted(line: String) async throws {
        let folder = try TemporaryFolder()
        try folder.write("x.tar.gz", "no archive")
        // It tells that it was started, and never ends of itself.
        try folder.write(
            "bin/gzip", "#!/bin/sh\n: > started\nexec tail -f /dev/null\n", permissions: 0o755)
        let script = """
            PATH="$PWD/bin:$PATH" "$0" "$@" 2>errors & program=$!
            until [ -e started ] || ! kill -0 $program; do :; done
            kill -INT $program
            wait $program
            """
        let result = try await Program.run(
            "bash",
            ["-c", script, TestEnvironment.executable]
                + line.split(separator: " ").map(String.init) + ["x.tar.gz"], in: folder.path)
        #expect(result.exitCode == 130)
        #expect(try folder.text(of: "errors") == "")
    }

    /// Runs triage on a server that really answers so, with a bundle and a report in every format.
    private func record(
        in folder: TemporaryFolder, status: Int, as bundle: String = "incident.tar.gz"
    ) async throws -> CommandResult {
        let server = try LoopbackServer.start { request in
            .status(request.path == "/status" ? status : 200)
        }
        defer { server.stop() }
        try folder.write("runbooks/shop.md", Self.runbook)
        let reports = Self.formats.flatMap { ["--report", "\($0)=first.\($0)"] }
        return try await Program.diagnose(
            ["triage", "shop", "--bundle", bundle] + reports, in: folder.path,
            environment: ["MEDIA_URL": server.url, "PORTAL_URL": server.url])
    }

    /// Runs the executable where only the programs that unpack are to be found, without a network
    /// where that can be had.
    private func offline(
        _ arguments: [String], in folder: TemporaryFolder
    ) async throws -> CommandResult {
        let programs = folder.path + "/programs"
        if !folder.holds("programs") {
            try folder.makeFolder("programs")
            for name in ["tar", "gzip", "sha256sum"] {
                try FileManager.default.createSymbolicLink(
                    atPath: "\(programs)/\(name)", withDestinationPath: try await place(of: name))
            }
        }
        // Foundation's Process needs a loopback interface, and nothing else of a network.
        let script = "ip link set lo up && PATH=$0 exec \"$@\""
        let isolation = ["-rn", "sh", "-c", script]
        let attempt = try await Program.run(
            "unshare", isolation + [programs, "/bin/true"], in: "/")
        let words = [TestEnvironment.executable] + arguments
        guard attempt.exitCode == 0 else {
            return try await Program.run(
                words[0], arguments, in: folder.path, environment: ["PATH": programs])
        }
        return try await Program.run("unshare", isolation + [programs] + words, in: folder.path)
    }

    /// Where a program of this machine stands.
    private func place(of program: String) async throws -> String {
        try await Program.run("which", [program], in: "/").output
            .trimmingCharacters(in: .newlines)
    }
}
