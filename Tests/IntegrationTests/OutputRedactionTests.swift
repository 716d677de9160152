import Demo
import Foundation
import TestSupport
import Testing

/// Secrets on every path out of the built program.
@Suite struct OutputRedactionTests {
    private static let secret = "correct-horse-" + "battery-staple-9"
    private static let environment = ["API_TOKEN": secret, "SMTP_PASSWORD": "p@ss/" + "w0rd-x"]

    @Test(
        "no secret of the environment leaves the program, whatever says it",
        arguments: [
            ["probe", "env", "API_TOKEN", "value=\(secret)x"],
            ["probe", "http", "http://localhost:9/?a=\(secret)&b=p%40ss%2Fw0rd-x", "status=200"],
            ["probe", "http", "http://localhost:9/", "status=200", "of=\(secret)"],
            ["symptom", "it says \(secret) and p%40ss%2Fw0rd-x"],
            ["symptom", "--check", "nothing says \(secret)"],
            ["check", secret], ["triage", secret], ["probe", secret, "x"], ["--\(secret)"],
            ["triage", "--set", "API_TOKEN"], ["triage", "--jobs", secret], [secret],
            ["triage", "--env-file", secret], ["list", "--runbooks", secret],
            ["probe", "tcp", "localhost:9", "\(secret)=1"],
        ])
    func environment(words: [String]) async throws {
        for format in [[], ["--output", "json"]] {
            let result = try await Program.diagnose(
                words + format, in: "/", environment: Self.environment)
            let output = result.output + result.errorOutput
            #expect(!output.contains(Self.secret), "\(words) \(output)")
            #expect(!output.contains("w0rd-x"), "\(words) \(output)")
        }
    }

    @Test("a password in a probe line is hidden in the line, the progress and the evidence alike")
    func line() async throws {
        let result = try await Program.diagnose(
            [
                "probe", "http", "http://u:hunter2-h@localhost:9/x", "status=200",
                "--output", "json",
            ], in: "/")
        #expect(!(result.output + result.errorOutput).contains("hunter2-h"))
        #expect(result.output.contains("http://u:[redacted:1]@localhost:9/x"))
        #expect(result.errorOutput.contains("http://u:[redacted:1]@localhost:9/x"))
    }

    @Test("equal secrets show equal tokens, in text and JSON, run after run")
    func stable() async throws {
        let body = "token=\(Self.secret) then token=another-one-1 then \(Self.secret)"
        let server = try LoopbackServer.start { _ in .text(body, status: 500) }
        defer { server.stop() }
        let words = ["probe", "http", "\(server.url)/", "status=200", "body~fine"]
        var outputs: Set<String> = []
        for format in [[], ["--output", "json"], []] {
            let result = try await Program.diagnose(
                words + format, in: "/", environment: Self.environment)
            #expect(!result.output.contains(Self.secret))
            outputs.formUnion(
                result.output.matches(of: /\[redacted:\d\] then/).map { String($0.0) })
        }
        #expect(outputs == ["[redacted:1] then", "[redacted:2] then"])
    }

    private static let spelling = """
        ---
        system: shop
        owner: whoever knows %
        detect: [file:shop.md]
        ---
        # Shop

        ## Triage

        1. Is the cache there? (%)

           ```probe
           file /nowhere   # the cache is gone
           ```

           Run `redis-cli -a % info`.

        ## Failures

        ### <a id="cache"></a>Nothing is cached, says %

        - Cause: the cache is down
        - Fix: `redis-cli -a % ping`
        - Validation: `redis-cli -a % dbsize` counts up

        ```probe
        file /nowhere
        ```

        ## Evidence to capture

        - What `redis-cli -a % info` says

        ## Escalation

        - Cache on-call, with % at hand
        """

    @Test("no report shows a secret that a runbook spells, and a replay of it says the same")
    func spelt() async throws {
        let folder = try TemporaryFolder()
        try folder.write(".env", "REDIS_PASSWORD=\(Self.secret)\n")
        try folder.write("shop.md", Self.spelling.replacing("%", with: Self.secret))
        let flags = ["--runbooks", "shop.md", "--no-embedded"]
        let formats = ["text", "json", "markdown", "html", "github", "junit", "tap", "nagios"]
        let reports = formats.flatMap { ["--report", "\($0)=run.\($0)"] }
        let run = try await Program.diagnose(
            ["triage", "shop"] + flags + reports + ["--bundle", "e.tar.gz"], in: folder.path)
        #expect(run.exitCode == 1, "\(run.errorOutput)")
        #expect(run.output.contains("redis-cli -a [redacted:"), "\(run.output)")
        for format in formats {
            let text = try folder.text(of: "run.\(format)")
            #expect(!text.contains(Self.secret), "\(format)")
            let replay = try await Program.diagnose(
                ["triage", "--replay", "e.tar.gz", "--output", format], in: folder.path)
            #expect(replay.output == text, "\(format)")
        }
        for words in [["escalate", "e.tar.gz"], ["escalate"] + flags] {
            let note = try await Program.diagnose(words, in: folder.path)
            #expect(note.exitCode == 0 && note.output.contains("redis-cli -a [redacted:"))
            #expect(!(note.output + note.errorOutput).contains(Self.secret), "\(note.output)")
        }
    }

    @Test("what a runbook's front matter and --redact-personal name is hidden too")
    func asked() async throws {
        let folder = FileManager.default.temporaryDirectory
            .appendingPathComponent("redaction-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try "---\nsystem: s\nredact: ['CUST-[0-9]{8}', '(broken']\n---\n# S\n".write(
            to: folder.appendingPathComponent("s.md"), atomically: true, encoding: .utf8)
        let flags = ["--runbooks", "s.md", "--no-embedded", "--output", "json"]
        let query = "mail to joe@example.org about CUST-12345678 from 203.0.113.9"
        let plain = try await Program.diagnose(["symptom", query] + flags, in: folder.path)
        #expect(
            plain.output.contains("mail to joe@example.org about [redacted:1] from 203.0.113.9"))
        #expect(plain.errorOutput.contains("s.md:3"))
        let hidden = try await Program.diagnose(
            ["symptom", query, "--redact-personal"] + flags, in: folder.path)
        #expect(hidden.output.contains("mail to [redacted:1] about [redacted:2] from [redacted:3]"))
        let lint = try await Program.diagnose(["lint", "s.md"], in: folder.path)
        #expect(lint.exitCode == 65)
        #expect(lint.output.contains("[front-matter-redact]"))
    }
}
