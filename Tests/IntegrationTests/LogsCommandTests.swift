import Demo
import Foundation
import Machine
import Testing

/// `diagnose logs` as a person runs it.
@Suite struct LogsCommandTests {
    private static let log = """
        2026-11-21 06:00:00,123 INFO started
        2026-11-21 06:00:01,123 ERROR cannot reach db: Connection refused
        2026-11-21 06:00:02,123 ERROR job 7 of user anna failed
        Traceback (most recent call last):
          File "x.py", line 7, in run
        TypeError: token=hunter2hunter2 is no number
        2026-11-21 06:00:03,123 ERROR job 8 of user bert failed

        """

    private func folder(_ test: (String) async throws -> Void) async throws {
        let path = NSTemporaryDirectory() + "diagnose-logs-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: path) }
        try Self.log.write(toFile: path + "/app.log", atomically: true, encoding: .utf8)
        try await test(path)
    }

    @Test("a log with errors exits 1 and leads with what is known; secrets stay out")
    func errors() async throws {
        try await folder { folder in
            let result = try await Program.diagnose(["logs", "app.log"], in: folder)
            #expect(result.exitCode == 1)
            #expect(result.output.contains("with \"connection refused\""), "\(result.output)")
            #expect(result.output.contains("job <*> of user anna failed"), "\(result.output)")
            #expect(!result.output.contains("hunter2hunter2"))
            let json = try await Program.diagnose(
                ["logs", "app.log", "--output", "json"], in: folder)
            #expect(json.output.contains("\"schema\": \"diagnose.logs/1\""))
        }
    }

    @Test(
        "what is found decides, not what was asked for",
        arguments: [
            ("ERROR the moon fell", "all", 1, "1 group of errors"),
            ("ERROR the moon fell", "warning", 1, "1 group of errors"),
            ("WARNING the moon wobbles", "warning", 0, "1 group of events"),
            ("INFO the moon rises", "all", 0, "1 group of events"),
        ])
    func levels(line: String, level: String, exitCode: Int32, words: String) async throws {
        try await folder { folder in
            try "2026-11-21 06:00:00,123 \(line)\n".write(
                toFile: folder + "/moon.log", atomically: true, encoding: .utf8)
            let result = try await Program.diagnose(
                ["logs", "moon.log", "--level", level], in: folder)
            #expect(result.exitCode == exitCode)
            #expect(result.output.contains("nothing known, but \(words) in "), "\(result.output)")
        }
    }

    @Test("counts, lines and group numbers are printed alone")
    func quick() async throws {
        try await folder { folder in
            let count = try await Program.diagnose(["logs", "--count", "app.log"], in: folder)
            #expect(count.output == "1\n" && count.exitCode == 0)
            let lines = try await Program.diagnose(["logs", "--lines", "app.log"], in: folder)
            #expect(lines.output.hasPrefix("2:2026-11-21 06:00:01,123 ERROR cannot reach"))
            let groups = try await Program.diagnose(["logs", "--assign", "app.log"], in: folder)
            #expect(groups.output.split(separator: "\n").count == 7 && groups.exitCode == 0)
        }
    }

    @Test(
        "what can't be read is told, and decides only where nothing was found",
        arguments: [
            (["nowhere.log"], 64, "cannot read 'nowhere.log': nowhere.log does not exist"),
            (["."], 64, "is a folder"),
            (["clean.log", "nowhere.log"], 2, "nowhere.log does not exist"),
            (["app.log", "nowhere.log"], 1, "nowhere.log does not exist"),
            (["clean.log"], 0, ""), (["empty.log"], 0, ""),
            (["broken.log.gz"], 2, "gzip failed"),
            (["app.log", "--where", "x"], 64, "--where wants a field"),
            (["app.log", "--since", "soon"], 64, "--since wants an age"),
        ])
    func unreadable(arguments: [String], exitCode: Int32, message: String) async throws {
        try await folder { folder in
            try "INFO fine\n".write(
                toFile: folder + "/clean.log", atomically: true, encoding: .utf8)
            try Data().write(to: URL(fileURLWithPath: folder + "/empty.log"))
            try Data([0x1F, 0x8B, 0x08, 0x00, 0xFF]).write(
                to: URL(fileURLWithPath: folder + "/broken.log.gz"))
            let result = try await Program.diagnose(["logs"] + arguments, in: folder)
            #expect(result.exitCode == exitCode, "\(result.output)\(result.errorOutput)")
            #expect(
                message.isEmpty || result.errorOutput.contains(message), "\(result.errorOutput)")
        }
    }

    @Test(
        "flags of which one would be passed over are refused",
        arguments: [
            (["--count", "--output", "json"], "--count and --output exclude each other"),
            (["--assign", "--output", "json"], "--assign and --output exclude each other"),
            (["--lines", "--output", "json"], "--lines and --output exclude each other"),
            (["--assign", "--correlate", "x"], "--correlate and --assign exclude each other"),
            (["--count", "--lines"], "--count and --lines exclude each other"),
            (["--assign", "--where", "a=b"], "--assign and --where exclude each other"),
            (["--follow", "--count"], "--follow and --count exclude each other"),
            (["--follow", "-"], "--follow wants a file or --service NAME, not -"),
        ])
    func conflicts(arguments: [String], message: String) async throws {
        try await folder { folder in
            let result = try await Program.diagnose(["logs", "app.log"] + arguments, in: folder)
            #expect(result.exitCode == 64)
            #expect(result.errorOutput.contains(message), "\(result.errorOutput)")
        }
    }

    @Test("standard input is read as a pipe and as a file")
    func standardInput() async throws {
        try await folder { folder in
            for script in [
                "cat app.log | \"$0\" logs --count -", "\"$0\" logs --count - < app.log",
            ] {
                let result = try await Program.run(
                    "/bin/sh", ["-c", script, TestEnvironment.executable], in: folder)
                #expect(result.output == "1\n", "\(script): \(result.errorOutput)")
            }
        }
    }
}
