import Foundation
import Machine
import TestSupport
import Testing

/// A folder with a runbook, and the executable talking with somebody in it.
final class Dialogue: Sendable {
    /// The folder.
    let folder: TemporaryFolder

    /// Makes the folder with a runbook `shop.md` in it.
    init(_ runbook: String) throws {
        folder = try TemporaryFolder()
        try folder.write("shop.md", runbook)
    }

    private let flags = ["--no-embedded", "--runbooks", "shop.md"]

    private var environment: [String: String] {
        ["XDG_STATE_HOME": folder.path + "/state", "TERM": "dumb", "COLUMNS": "80"]
    }

    /// Runs the executable with lines on its standard input, which is a pipe.
    func piped(
        _ lines: String, _ arguments: [String], environment additions: [String: String] = [:]
    ) async throws -> CommandResult {
        try await Self.piped(
            lines, arguments + flags, in: folder.path,
            environment: environment.merging(additions) { _, new in new })
    }

    /// The same in a folder that is there already.
    static func piped(
        _ lines: String, _ arguments: [String], in directory: String,
        environment: [String: String]
    ) async throws -> CommandResult {
        try await LiveCommandRunner().run(
            Command(
                TestEnvironment.executable, arguments, directory: directory,
                environment: TestEnvironment.additions.merging(environment) { _, new in new },
                input: Array(lines.utf8), timeout: .seconds(60)))
    }

    /// What a terminal shows when the executable runs on it and is answered like that, and its
    /// exit code on a last line.
    func onTerminal(_ answers: String, _ arguments: [String]) async throws -> String {
        let script = TestEnvironment.root
            .appendingPathComponent("Tests/IntegrationTests/Servers/dialogue.py").path
        let result = try await Program.run(
            TestEnvironment.value("DIAGNOSE_TEST_PYTHON") ?? "python3",
            [script, "] ", answers, TestEnvironment.executable] + arguments + flags,
            in: folder.path,
            environment: environment)
        return result.output
    }
}
