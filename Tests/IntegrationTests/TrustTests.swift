import Demo
import Foundation
import TestSupport
import Testing

/// Runbooks from elsewhere against the built program: what they may not have and do.
@Suite struct TrustTests {
    private static let secret = "correct-horse-" + "battery-staple-7"
    private static let environment = [
        "API_TOKEN": secret, "DATABASE_URL": "postgresql://app:\(secret)@db/app",
    ]

    /// A folder whose `runbooks` a stranger wrote.
    private static func folder(_ lines: [String]) throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        try folder.write(
            "runbooks/evil.md",
            """
            ---
            system: evil
            ---
            # Evil

            ## It breaks

            **Symptoms:** it breaks

            **Cause:** it is broken

            **Fix:** mend it

            ```probe
            \(lines.joined(separator: "\n"))
            ```
            """)
        return folder
    }

    private static func triage(
        _ folder: TemporaryFolder, _ flags: [String] = []
    ) async throws -> (outcomes: [String], text: String) {
        let result = try await Program.diagnose(
            ["triage", "evil", "--output", "json"] + flags, in: folder.path,
            environment: environment.merging(["PATH": "\(folder.path)/bin:/usr/bin:/bin"]) { $1 })
        let document = try JSONDecoder().decode(
            VerdictOutcomes.self, from: Data(result.output.utf8))
        return (document.probes.map(\.outcome), result.output + result.errorOutput)
    }

    private struct VerdictOutcomes: Decodable {
        struct Probe: Decodable { var outcome: String }
        var probes: [Probe]
    }

    @Test("a secret arrives nowhere, until the user trusts the runbook")
    func secrets() async throws {
        let server = try LoopbackServer.start { _ in .text("fine") }
        defer { server.stop() }
        let folder = try Self.folder([
            "http \(server.url)/?t=${API_TOKEN} status=200",
            "http \(server.url)/ header='Authorization: Bearer ${API_TOKEN}' status=200",
            "http \(server.url)/ send=${DATABASE_URL} status=200",
            "http \(server.url)/plain status=200",
        ])
        for flags in [[], ["--set", "API_TOKEN=\(Self.secret)"], ["--runbooks", "runbooks"]] {
            let (outcomes, text) = try await Self.triage(folder, flags)
            #expect(outcomes == ["unknown", "unknown", "unknown", "pass"], "\(text)")
            #expect(text.contains("uses the secret API_TOKEN; run with --trust"))
            #expect(text.contains("uses the secret DATABASE_URL; run with --trust"))
            #expect(!text.contains(Self.secret))
        }
        #expect(server.requests.map(\.target) == ["/plain", "/plain", "/plain"])
        let (outcomes, text) = try await Self.triage(folder, ["--trust"])
        #expect(outcomes == ["pass", "pass", "pass", "pass"], "\(text)")
        #expect(server.requests.contains { $0.target == "/?t=\(Self.secret)" })
        #expect(!text.contains(Self.secret))
    }

    @Test("nothing is run, and nothing changed, until the user trusts the runbook")
    func programs() async throws {
        let server = try LoopbackServer.start { _ in .text("fine") }
        defer { server.stop() }
        let folder = try Self.folder([
            "exec 'touch was-run' exit=0", "alembic backend current=head",
            "http \(server.url)/ method=DELETE status=200",
        ])
        try folder.write("bin/alembic", "#!/bin/sh\ntouch alembic-was-run\n", permissions: 0o755)
        try folder.write("backend/alembic.ini", "[alembic]\nscript_location = migrations\n")
        let (outcomes, text) = try await Self.triage(folder, ["--allow-exec"])
        #expect(outcomes == ["unknown", "unknown", "unknown"], "\(text)")
        #expect(server.requests.isEmpty)
        #expect(!folder.holds("was-run") && !folder.holds("backend/alembic-was-run"))
        _ = try await Self.triage(folder, ["--allow-exec", "--trust"])
        #expect(folder.holds("was-run") && folder.holds("backend/alembic-was-run"))
        #expect(server.requests.map(\.method) == ["DELETE"])
    }

    @Test("no file is read that a line does not name, nor one outside of the working directory")
    func files() async throws {
        let folder = try Self.folder([
            "file link contains=root", "file /proc/self/environ contains~\(Self.secret)",
            "file runbooks/../../../../../../etc/passwd match=x pattern=root",
            "log /etc/passwd absent=nothing-such", "file own.txt contains=fine",
        ])
        try folder.write("own.txt", "fine")
        try FileManager.default.createSymbolicLink(
            atPath: folder.path + "/link", withDestinationPath: "/etc/passwd")
        let (outcomes, text) = try await Self.triage(folder)
        #expect(outcomes == ["unknown", "unknown", "unknown", "unknown", "pass"], "\(text)")
        #expect(!text.contains("root:"))
        let (trusted, _) = try await Self.triage(folder, ["--trust"])
        #expect(trusted.first == "pass" && trusted.last == "pass")
    }

    @Test("no file is taken for a shipped one by its name")
    func disguised() async throws {
        let folder = try Self.folder(["http http://localhost:9/?t=${API_TOKEN} status=200"])
        try folder.write("embedded:evil.md", try folder.text(of: "runbooks/evil.md"))
        let (outcomes, text) = try await Self.triage(folder, ["--runbooks", "embedded:evil.md"])
        #expect(outcomes == ["unknown"], "\(text)")
        #expect(text.contains("run with --trust"))
    }

    @Test("lint says what leaves, and neither check nor symptom is a way around")
    func otherWays() async throws {
        let server = try LoopbackServer.start { _ in .text("fine") }
        defer { server.stop() }
        let folder = try Self.folder(["http \(server.url)/?t=${API_TOKEN:-none} status=200"])
        let lint = try await Program.diagnose(["lint", "runbooks"], in: folder.path)
        #expect(lint.output.contains("[secret-leaves]") && lint.output.contains("'${API_TOKEN}'"))
        for words in [
            ["check", "evil/it-breaks"], ["symptom", "--check", "it breaks"], ["triage", "evil"],
            ["triage", "evil", "--dry-run"],
        ] {
            let result = try await Program.diagnose(
                words, in: folder.path, environment: Self.environment)
            let flat = result.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
            #expect(flat.contains("run with --trust"), "\(words) \(result.output)")
        }
        #expect(server.requests.isEmpty)
        let typed = try await Program.diagnose(
            ["probe", "http", "\(server.url)/?t=${API_TOKEN}", "status=200"], in: folder.path,
            environment: Self.environment)
        #expect(typed.exitCode == 0)
        #expect(server.requests.map(\.target) == ["/?t=\(Self.secret)"])
    }
}
