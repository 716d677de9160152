import Foundation
import Machine
import Testing

/// The executable with a token or a program of a runbook's choice: what it must not show or run.
@Suite struct SecretProbeTests {
    private static let parts = [
        encoded(#"{"alg":"HS256","typ":"JWT"}"#), encoded(#"{"sub":"user-4711","exp":9999999999}"#),
        "bm90IGEgcmVhbCBzaWduYXR1cmUsIGJ1dCBhIGxvbmcgb25l",
    ]
    private static let token = parts.joined(separator: ".")

    private static func encoded(_ text: String) -> String {
        Data(text.utf8).base64EncodedString().filter { $0 != "=" }
    }

    private func withFolder(_ body: (String) async throws -> Void) async throws {
        let folder = FileManager.default.temporaryDirectory
            .appendingPathComponent("secret-probe-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try await body(folder.path)
    }

    private func expectSecrecy(_ result: CommandResult, _ words: [String]) {
        for part in Self.parts {
            let isShown = (result.output + result.errorOutput).contains(part)
            #expect(!isShown, "\(words): \(result.output)\(result.errorOutput)")
        }
    }

    @Test("a token typed on the command line is judged and never comes back")
    func typed() async throws {
        for subject in [Self.token, "Bearer \(Self.token)"] {
            for flags in [[], ["--output", "json"], ["--color", "always"], ["--timeout", "1ms"]] {
                let passing = ["probe", "jwt", subject] + flags
                let result = try await Program.diagnose(passing, in: "/")
                #expect(result.exitCode == 0, "\(result.output)\(result.errorOutput)")
                expectSecrecy(result, passing)
                let failing = ["probe", "jwt", subject, "expired=true", "alg=none"] + flags
                let other = try await Program.diagnose(failing, in: "/")
                #expect(other.exitCode == 1)
                #expect(other.output.contains("jwt [redacted:1] expired=true alg=none"))
                #expect(other.errorOutput.contains("jwt [redacted:1]"))
                expectSecrecy(other, failing)
            }
        }
    }

    @Test(
        "nor does a mistake in the words around it show it",
        arguments: [
            ["probe", "jwt", "Bearer", token], ["probe", "jwt", token, token],
            ["probe", "jwt", "x", token + "==1"], ["probe", "jwt", "\(token)=="],
            ["probe", "jwt", "x", "remaining>\(token)"], ["probe", "jwt", "x", "kid~(\(token)"],
            ["probe", "jwt", token, "expird=false"], ["probe", "jwt", "expired=false", token],
            ["probe", token], ["probe", "http", "http://x/", token], [token], ["triage", token],
            ["check", token], ["triage", "--set", token], ["triage", "--timeout", token],
            ["triage", "--set", "NONE=\(token)"], ["probe", "--help", token], ["--\(token)"],
        ])
    func mistyped(words: [String]) async throws {
        let result = try await Program.diagnose(words, in: "/")
        #expect(result.exitCode == 64)
        expectSecrecy(result, words)
    }

    private static let runbook = """
        ---
        system: s
        variables:
          SESSION:
        ---
        # S

        ## Services refuse each other

        **Cause:** the token has expired

        **Fix:** `renew ${SESSION}`

        ```probe
        jwt ${SESSION} expired=true # it is still good
        ```
        """

    @Test("a token that a variable holds is named by the variable")
    func variable() async throws {
        try await withFolder { folder in
            try Self.runbook.write(
                toFile: folder + "/s.md", atomically: true, encoding: .utf8)
            for flags in [["--set", "SESSION=\(Self.token)"], []] {
                for output in [[], ["--output", "json"]] {
                    let words =
                        ["triage", "s", "--no-embedded", "--runbooks", "s.md"] + flags + output
                    let result = try await Program.diagnose(
                        words, in: folder, environment: ["SESSION": Self.token])
                    #expect(result.exitCode == 1, "\(result.output)\(result.errorOutput)")
                    #expect(result.output.contains("jwt ${SESSION} expired=true"))
                    expectSecrecy(result, words)
                }
            }
        }
    }

    @Test("a program of a line's choice runs only with --allow-exec")
    func programs() async throws {
        try await withFolder { folder in
            try "[alembic]\nscript_location = m\n".write(
                toFile: folder + "/alembic.ini", atomically: true, encoding: .utf8)
            for line in [
                ["exec", "touch made"],
                ["alembic", ".", "via=sh -c 'touch made; exit 1'", "current=head"],
                ["alembic", ".", "via=env touch made", "current=head"],
            ] {
                let refused = try await Program.diagnose(["probe"] + line, in: folder)
                #expect(refused.exitCode == 2, "\(refused.output)")
                #expect(refused.output.contains("--allow-exec"))
                #expect(!FileManager.default.fileExists(atPath: folder + "/made"))
                _ = try await Program.diagnose(["probe"] + line + ["--allow-exec"], in: folder)
                #expect(FileManager.default.fileExists(atPath: folder + "/made"), "\(line)")
                try FileManager.default.removeItem(atPath: folder + "/made")
            }
        }
    }
}

extension SecretProbeTests {
    @Test("a program that won't end is killed at its time-out, which fails")
    func stubborn() async throws {
        let script = "trap : TERM INT HUP; while :; do sleep 1; done"
        let result = try await Program.diagnose(
            ["probe", "exec", "sh -c '\(script)'", "timeout=1s", "--allow-exec"], in: "/")
        #expect(result.exitCode == 1, "\(result.output)")
        #expect(result.output.contains("sh did not finish within 1 s"))
    }
}

extension EngineTests {
    /// `exec in=` and `env same-across=` on real containers.
    @Suite struct ContainerExecutionTests {
        @Test("a program runs in a real container, and what keeps it from running is told")
        func container() async throws {
            try await ComposeStack.run { stack in
                for (words, exitCode, text) in [
                    (["exec", "printf 'a b'", "in=portal", "stdout=a b"], 0, "healthy"),
                    (["exec", "pwd", "in=portal", "directory=/tmp", "stdout=/tmp"], 0, "healthy"),
                    (["exec", "sh -c 'exit 3'", "in=portal"], 1, "exit 3"),
                    (["exec", "sh -c 'exit 127'", "in=portal"], 1, "exit 127"),
                    (
                        ["exec", "sleep 60", "in=portal", "timeout=1s"], 1,
                        "did not finish within 1 s"
                    ),
                    (["exec", "nosuch", "in=portal"], 2, "it is not installed there"),
                    (["exec", "/tmp", "in=portal"], 2, "permission denied"),
                    (
                        ["exec", "pwd", "in=portal", "directory=/nosuch"], 2,
                        "its folder does not exist"
                    ),
                    (["exec", "true", "in=portl"], 2, "did you mean 'portal'?"),
                    (
                        ["env", "MEDIAMTX_API_URL", "same-across=portal,mediamtx"], 1,
                        "is not set in mediamtx, unlike portal"
                    ),
                    (["env", "MEDIAMTX_API_URL", "same-across=portal"], 0, "healthy"),
                ] as [([String], Int32, String)] {
                    let result = try await stack.diagnose(
                        ["probe"] + words + ["--allow-exec", "--output", "json"])
                    #expect(result.exitCode == exitCode, "\(words): \(result.output)")
                    #expect(result.output.contains(text), "\(words): \(result.output)")
                }
                try await stack.compose("stop", "portal")
                let stopped = try await stack.diagnose(
                    ["probe", "exec", "true", "in=portal", "--allow-exec"])
                #expect(stopped.exitCode == 1)
                #expect(stopped.output.contains("the service portal is not running"))
            }
        }
    }
}
