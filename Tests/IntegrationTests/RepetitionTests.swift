import Foundation
import Machine
import TestSupport
import Testing

/// Runs that are repeated, rehearsed or told as events, with the executable.
@Suite struct RepetitionTests {
    private static func probe(
        _ line: String, _ flags: [String], in folder: TemporaryFolder
    ) async throws -> CommandResult {
        try await Program.diagnose(
            ["probe"] + line.split(separator: " ").map(String.init) + flags, in: folder.path)
    }

    @Test("waiting ends as soon as it is healthy, and says what for")
    func waitsUntilHealthy() async throws {
        let folder = try TemporaryFolder()
        async let waited = Program.diagnose(
            [
                "check", "s/it-is-late", "--allow-exec", "--trust", "--runbooks", "s.md",
                "--no-embedded",
                "--wait", "60s",
            ],
            in: Self.runbook(in: folder))
        // The program is waiting once it has said so; the file then comes into being.
        try await Program.succeed(
            "sh", ["-c", "until [ -e asked ]; do :; done; touch late"], in: folder.path)
        let result = try await waited
        #expect(result.exitCode == 0, "\(result.output)")
        #expect(result.errorOutput.contains("left: files: the file is late"))
    }

    /// A folder with a runbook whose one line is true once `late` is there; looking leaves `asked`.
    private static func runbook(in folder: TemporaryFolder) throws -> String {
        try folder.write(
            "s.md",
            """
            # S

            ## It is late

            **Cause:** it takes its time

            **Fix:** wait

            ```probe
            exec "touch asked"
            file late   # the file is late
            ```
            """)
        return folder.path
    }

    @Test("waiting ends when the time is up")
    func waitsInVain() async throws {
        let folder = try TemporaryFolder()
        let result = try await Self.probe("file nowhere", ["--wait", "100ms"], in: folder)
        #expect(result.exitCode == 1)
        #expect(result.errorOutput.contains("waiting, "))
    }

    @Test("watching excludes waiting, events an output, and a rehearsal what it would leave out")
    func conflicts() async throws {
        let folder = try TemporaryFolder()
        for (flags, message) in [
            (["--wait", "1s", "--watch", "1s"], "--wait and --watch exclude each other"),
            (["--events", "--output", "json"], "--events and --output exclude each other"),
            (["--dry-run", "--events"], "--dry-run and --events exclude each other"),
            (["--dry-run", "--report", "tap=x"], "--dry-run and --report exclude each other"),
            (["--dry-run", "--wait", "soon"], "--wait wants a time"),
            (["--dry-run", "--output", "tap"], "--output wants text or json with --dry-run"),
        ] {
            let result = try await Self.probe("file /", flags, in: folder)
            #expect(result.exitCode == 64)
            #expect(result.errorOutput.contains(message), "\(result.errorOutput)")
        }
    }

    @Test("watching shows what is new, and ends with the reader or an interrupt")
    func watches() async throws {
        let folder = try TemporaryFolder()
        let script = """
            "$0" probe file late --watch 100ms --quiet >out &
            until grep -q UNHEALTHY out; do :; done
            touch late
            until grep -q "HEALTHY  the" out; do :; done
            kill -INT $!
            wait $!
            echo "exit $?"
            """
        let result = try await Program.run(
            "sh", ["-c", script, TestEnvironment.executable], in: folder.path)
        #expect(result.output == "exit 130\n", "\(result.output)\(result.errorOutput)")
        let marks = try folder.text(of: "out").filter { "✗✓?".contains($0) }
        #expect(marks == "✗✓")
    }

    @Test("events are objects, one a line, the verdict last")
    func events() async throws {
        let folder = try TemporaryFolder()
        let result = try await Self.probe("file nowhere", ["--events"], in: folder)
        let events = try result.output.split(separator: "\n").map { line in
            try #require(
                try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
        }
        #expect(events.map { $0["event"] as? String } == ["begin", "result", "verdict"])
        let document = events.last?["document"] as? [String: Any]
        #expect(document?["verdict"] as? String == "unhealthy")
        #expect(result.errorOutput.isEmpty)
    }

    @Test("a rehearsal tells commands and addresses, and asks nobody")
    func rehearsal() async throws {
        let folder = try TemporaryFolder()
        // Whoever is asked leaves a mark.
        try folder.write("docker", "#!/bin/sh\ntouch \(folder.path)/asked\n", permissions: 0o755)
        try folder.write("compose.yaml", "services: {web: {image: x}}\n")
        for (line, request) in [
            ("http http://localhost:1/x?token=abcdefghijkl", "GET http://localhost:1/x"),
            ("compose web", "docker compose "), ("tcp localhost:1", "connect to localhost:1 (tcp)"),
            ("dns localhost", "look up localhost"),
        ] {
            let result = try await Program.diagnose(
                ["probe"] + line.split(separator: " ").map(String.init) + ["--dry-run"],
                in: folder.path, environment: ["PATH": folder.path + ":/usr/bin:/bin"])
            #expect(result.exitCode == 0)
            #expect(result.output.contains(request), "\(result.output)")
            #expect(!result.output.contains("abcdef"))
        }
        #expect(!folder.holds("asked"))
    }

    @Test("a quiet run prints its verdict and nothing else")
    func quiet() async throws {
        let folder = try TemporaryFolder()
        let result = try await Self.probe("file /", ["--quiet"], in: folder)
        #expect(result.output == "✓ HEALTHY  the one probe passed\n")
        #expect(result.errorOutput.isEmpty)
    }
}
