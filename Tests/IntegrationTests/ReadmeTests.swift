import Foundation
import Machine
import TestSupport
import Testing

/// The README's commands, run as they stand.
@Suite struct ReadmeTests {
    private static let text =
        (try? String(
            contentsOf: TestEnvironment.root.appendingPathComponent("README.md"), encoding: .utf8))
        ?? ""

    /// The lines of all `sh` blocks, comments taken off.
    private static var commands: [String] {
        var isInside = false
        var commands: [String] = []
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            if line.hasPrefix("```") {
                isInside = line == "```sh"
            } else if isInside {
                let command = line.split(separator: "#", maxSplits: 1)[0]
                commands.append(command.trimmingCharacters(in: .whitespaces))
            }
        }
        return commands
    }

    @Test(
        "every diagnose command is understood",
        arguments: commands.filter { $0.hasPrefix("diagnose ") })
    func diagnose(command: String) async throws {
        let folder = try TemporaryFolder()
        try folder.makeFolder("docs")
        let shipped = TestEnvironment.root.appendingPathComponent("runbooks").path
        for place in ["runbooks", "docs/runbooks"] {
            try FileManager.default.copyItem(atPath: shipped, toPath: folder.path + "/" + place)
        }
        for log in ["app.log", "worker.log", "yesterday.log"] {
            try folder.write(log, "2026-11-21 06:00:00 ERROR req-7f3a duration_ms=2600 failed\n")
        }
        try await Program.succeed("gzip", ["--keep", "worker.log"], in: folder.path)
        try await Self.addIncidents(to: folder)
        let line = "exec \(TestEnvironment.executable) \(command.dropFirst("diagnose ".count))"
        let result = try await Program.run("/bin/sh", ["-c", line], in: folder.path)
        let said = Comment(rawValue: result.errorOutput)
        #expect([0, 1, 2].contains(result.exitCode), said)
        #expect(!result.standardOutput.isEmpty, said)
    }

    /// Adds the bundles that the README speaks of.
    private static func addIncidents(to folder: TemporaryFolder) async throws {
        let tests = try folder.makeFolder("Tests/IntegrationTests")
        try FileManager.default.copyItem(
            atPath: IncidentTests.folder.path, toPath: tests + "/Incidents")
        for bundle in ["incident.tar.gz", "yesterday.tar.gz", "today.tar.gz"] {
            try await Program.succeed(
                "tar", ["-czf", folder.path + "/" + bundle, "voxbento-media-server-stopped"],
                in: tests + "/Incidents")
        }
    }

    @Test("every make command names a target", arguments: commands.filter { $0.hasPrefix("make ") })
    func make(command: String) async throws {
        let target = try #require(command.split(separator: " ").dropFirst().first)
        let result = try await Program.run(
            "make", ["--dry-run", String(target)], in: TestEnvironment.root.path)
        #expect(result.exitCode == 0, "\(result.errorOutput)")
    }

    @Test("the table of commands is the program's own")
    func commandTable() async throws {
        let help = try await Program.diagnose(["--help"], in: "/")
        let paragraphs = help.output.components(separatedBy: "\n\n")
        let listed = try #require(paragraphs.first { $0.hasPrefix("Commands\n") })
            .split(separator: "\n").dropFirst()
            .compactMap { $0.split(separator: " ").first.map(String.init) }
        let section = try #require(Self.text.range(of: "## Commands\n")).upperBound
        let table = Self.text[section...].prefix(1500).components(separatedBy: "\n\n")
        let rows = try #require(table.first { $0.contains("|---|") }).components(separatedBy: "\n")
        let documented = rows.filter { $0.hasPrefix("| `") }
            .map { String($0.dropFirst(3).prefix { $0.isLetter }) }.filter { !$0.isEmpty }
        #expect(documented == listed)
    }
}
