import Foundation
import Machine
import TestSupport
import Testing

/// Completion in the real shells, each with nothing but the script that the program prints.
@Suite struct CompletionTests {
    /// Lines as typed, and as they stand after a tab.
    private static let lines = [
        ("diagnose tria", "diagnose triage "),
        ("diagnose check voxbento/ic-02", "diagnose check voxbento/ic-02 "),
        ("diagnose triage --output=js", "diagnose triage --output=json "),
        ("diagnose triage --output js", "diagnose triage --output json "),
        ("diagnose list vox", "diagnose list voxbento "),
        ("diagnose probe compose mediamtx rest", "diagnose probe compose mediamtx restarts"),
        (
            "diagnose probe compose mediamtx state=r",
            "diagnose probe compose mediamtx state=running "
        ),
        ("diagnose probe http http://x:80/ redi", "diagnose probe http http://x:80/ redirect"),
        ("diagnose logs ap", "diagnose logs app.log "),
        ("diagnose triage --env-file=ap", "diagnose triage --env-file=app.log "),
        ("diagnose triage --set PORTAL_U", "diagnose triage --set PORTAL_URL="),
        ("diagnose triage --report jun", "diagnose triage --report junit="),
        (
            "diagnose show --runbooks mine.md mine/",
            "diagnose show --runbooks mine.md mine/upload-hangs "
        ),
    ]

    /// A folder with a runbook, a log and the script of a shell.
    private func folder(for shell: String) async throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        try folder.write("app.log", "")
        try folder.write("mine.md", "# Mine\n\n### Upload hangs\n\n**Cause:** a\n\n**Fix:** b\n")
        let script = try await Program.diagnose(["completions", shell], in: folder.path)
        try folder.write("script", script.standardOutput)
        return folder
    }

    private func environment(_ folder: TemporaryFolder) -> [String: String] {
        let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
        let beside = URL(fileURLWithPath: TestEnvironment.executable).deletingLastPathComponent()
        return [
            "PATH": beside.path + ":" + path, "HOME": folder.path, "XDG_CONFIG_HOME": folder.path,
            "XDG_DATA_HOME": folder.path,
        ]
    }

    @Test(
        "a tab completes commands, flags, values, ids, kinds, keys and files",
        .enabled(if: TestEnvironment.value("DIAGNOSE_TEST_ZSH") != nil), arguments: ["bash", "zsh"])
    func typed(shell: String) async throws {
        let folder = try await folder(for: shell)
        let program = TestEnvironment.root
            .appendingPathComponent("Tests/IntegrationTests/Servers/completion.py").path
        let result = try await Program.run(
            "python3", [program, shell, folder.path + "/script"] + Self.lines.map(\.0),
            in: folder.path, environment: environment(folder))
        let shown = result.output.split(separator: "\n").map(String.init)
        #expect(shown == Self.lines.map(\.1), "\(result.errorOutput)")
    }

    @Test(
        "fish offers the same, with what it means",
        .enabled(if: TestEnvironment.value("DIAGNOSE_TEST_FISH") != nil))
    func fish() async throws {
        let folder = try await folder(for: "fish")
        for (line, expected) in Self.lines {
            let result = try await Program.run(
                "fish", ["-c", "source script; complete -C \"$argv[1]\"", line], in: folder.path,
                environment: environment(folder))
            let word = try #require(
                expected.split(separator: " ", omittingEmptySubsequences: true).last)
            let offered = result.output.split(separator: "\n").map { $0.prefix { $0 != "\t" } }
            #expect(offered.contains(word), "\(line): \(result.output)\(result.errorOutput)")
        }
        let told = try await Program.run(
            "fish", ["-c", "source script; complete -C 'diagnose tria'"], in: folder.path,
            environment: environment(folder))
        #expect(told.output == "triage\tRun every check and say what broke first\n")
    }
}
