import Foundation
import Machine
import Testing

/// Picking one of several entries, as a person does: on a terminal.
@Suite(.enabled(if: WebSocketServers.isAvailable)) struct SymptomChoiceTests {
    /// Two entries that fit one question equally well, and one that fits another.
    private static let runbook = """
        # Guide

        ### Backup of the ledger fails

        **Cause:** the safe is locked

        **Fix:** open it

        ```probe
        file safe exists=true # the safe is gone
        ```

        ### Backup of the diary fails

        **Cause:** the tape is too short

        **Fix:** buy a longer one

        ### Coffee machine is cold

        **Fix:** heat it
        """

    /// What a terminal shows when the executable runs on it and these lines are typed.
    private func shown(typing lines: String, _ arguments: String...) async throws -> String {
        try await inFolder { folder in
            let script = TestEnvironment.root
                .appendingPathComponent("Tests/IntegrationTests/Servers/dialogue.py").path
            let result = try await Program.run(
                TestEnvironment.value("DIAGNOSE_TEST_PYTHON") ?? "python3",
                [script, "leave: ", lines, TestEnvironment.executable, "symptom"] + arguments
                    + ["--no-embedded", "--runbooks", "guide.md"],
                in: folder, environment: ["TERM": "dumb"])
            return result.output
        }
    }

    private func inFolder<Result>(_ body: (String) async throws -> Result) async throws -> Result {
        let folder = FileManager.default.temporaryDirectory
            .appendingPathComponent("diagnose-choice-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try Self.runbook.write(
            to: folder.appendingPathComponent("guide.md"), atomically: true, encoding: .utf8)
        return try await body(folder.path)
    }

    @Test("several close entries are offered, and the number typed is told")
    func picked() async throws {
        let text = try await shown(typing: "2", "backup fails")
        #expect(text.contains("? Several entries fit \"backup fails\""))
        #expect(text.contains("1  Backup of the ledger fails (guide/backup-of-the-ledger-fails)"))
        #expect(text.contains("the tape is too short"))
        #expect(!text.contains("the safe is locked"))
        #expect(text.contains("exit 0"))
    }

    @Test("an empty line and the end of input leave", arguments: ["", "^D"])
    func left(line: String) async throws {
        let text = try await shown(typing: line.isEmpty ? " " : line, "backup fails")
        #expect(text.contains("Which one?"))
        #expect(!text.contains("Fix"))
        #expect(text.contains("exit 0"))
    }

    @Test("anything else is asked for again", arguments: ["7,1", "0,1", "two,1", "-1,1"])
    func again(lines: String) async throws {
        let text = try await shown(typing: lines, "backup fails")
        #expect(text.contains("There are the numbers 1 to 2."))
        #expect(text.contains("the safe is locked"))
    }

    @Test("with --check the probes of the entry picked are run, and their verdict is told")
    func checked() async throws {
        let text = try await shown(typing: "1", "backup fails", "--check")
        #expect(text.contains("confirmed: a probe of it fails on this system"))
        #expect(text.contains("the safe is gone"))
        #expect(text.contains("1 failed"))
    }

    @Test("one clear entry is told without a question")
    func clear() async throws {
        let text = try await shown(typing: "", "coffee machine is cold")
        #expect(!text.contains("Which one?"))
        #expect(text.contains("heat it"))
    }

    @Test("nobody is asked in JSON, nor where output goes to a pipe")
    func machines() async throws {
        let json = try await shown(typing: "", "backup fails", "--output", "json")
        #expect(!json.contains("Which one?"))
        let piped = try await inFolder { folder in
            try await Program.diagnose(
                ["symptom", "backup fails", "--no-embedded", "--runbooks", "guide.md"], in: folder)
        }
        #expect(!piped.output.contains("Which one?"))
        #expect(piped.output.contains("Or is it"))
    }
}
