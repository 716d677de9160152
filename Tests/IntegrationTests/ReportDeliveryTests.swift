import Demo
import Foundation
import Machine
import TestSupport
import Testing

/// Reports on standard output and in files, with the executable.
@Suite struct ReportDeliveryTests {
    /// A file that is there, one that is not, and one that nobody can tell of.
    private static let lines = [
        ("file /etc/passwd", "healthy"), ("file /nowhere", "unhealthy"),
        ("env X in=nowhere", "inconclusive"),
    ]

    private static func probe(
        _ line: String, _ flags: [String], in folder: TemporaryFolder,
        environment: [String: String] = [:]
    ) async throws -> CommandResult {
        try await Program.diagnose(
            ["probe"] + line.split(separator: " ").map(String.init) + flags, in: folder.path,
            environment: environment)
    }

    @Test(
        "a plugin of Nagios gives one line and its own codes",
        arguments: zip(lines, [("OK", 0), ("CRITICAL", 2), ("UNKNOWN", 3)]))
    func nagios(line: (String, String), state: (String, Int32)) async throws {
        let folder = try TemporaryFolder()
        let result = try await Self.probe(line.0, ["--output", "nagios"], in: folder)
        #expect(result.exitCode == state.1)
        #expect(result.output.hasPrefix("DIAGNOSE \(state.0) - "))
        #expect(result.output.split(separator: "\n").count == 1)
    }

    @Test("several reports are written to files beside the text", arguments: lines)
    func files(line: String, health: String) async throws {
        let folder = try TemporaryFolder()
        let flags = ["junit=a.xml", "json=b.json", "prometheus=c.prom"].flatMap {
            ["--report", $0]
        }
        let result = try await Self.probe(line, flags, in: folder)
        #expect(result.output.contains(health.uppercased()))
        #expect(try folder.text(of: "a.xml").hasPrefix("<?xml"))
        #expect(try folder.text(of: "b.json").contains("\"verdict\": \"\(health)\""))
        #expect(try folder.text(of: "c.prom").contains("{verdict=\"\(health)\"} 1"))
    }

    @Test("a report's path may hold anything that a path may")
    func path() async throws {
        let folder = try TemporaryFolder()
        try folder.write("my dir 100%/x", "")
        let result = try await Self.probe(
            "file /", ["--report", "junit=my dir 100%/ä b.xml"], in: folder)
        #expect(result.exitCode == 0, "\(result.errorOutput)")
        #expect(try folder.text(of: "my dir 100%/ä b.xml").hasPrefix("<?xml"))
    }

    @Test(
        "a report that can't be written is told before the run",
        arguments: [
            ("junit=nowhere/a.xml", "cannot write 'nowhere/a.xml'"),
            ("junit=there", "cannot write 'there': a folder stands there"),
            ("junit=there/", "cannot write 'there/': a folder stands there"),
            ("juint=a.xml", "unknown report format 'juint'; did you mean 'junit'?"),
            ("a.xml", "--report wants FORMAT=FILE, as junit=report.xml, not 'a.xml'"),
        ])
    func refused(word: String, message: String) async throws {
        let folder = try TemporaryFolder()
        try folder.write("there/x", "")
        let result = try await Self.probe("file /", ["--report", word], in: folder)
        #expect(result.exitCode == 64)
        #expect(result.errorOutput.contains(message), "\(result.errorOutput)")
        #expect(result.output.isEmpty)
    }

    @Test("on GitHub the verdict is added to the job's summary")
    func summary() async throws {
        let folder = try TemporaryFolder()
        try folder.write("summary.md", "before\n")
        let result = try await Self.probe(
            "file /nowhere", ["--output", "github"], in: folder,
            environment: ["GITHUB_STEP_SUMMARY": folder.path + "/summary.md"])
        #expect(result.output.hasPrefix("::error title=files%3A "), "\(result.output)")
        let summary = try folder.text(of: "summary.md")
        #expect(summary.hasPrefix("before\n## ✗ UNHEALTHY"))
    }

    @Test("Prometheus' own checker accepts the metrics", arguments: lines)
    func promtool(line: String, health: String) async throws {
        guard let promtool = TestEnvironment.promtool else {
            return print("metrics: skipped, promtool is not installed here")
        }
        let folder = try TemporaryFolder()
        let result = try await Self.probe(line, ["--output", "prometheus"], in: folder)
        let verdict = try await LiveCommandRunner().run(
            Command(
                promtool, ["check", "metrics"], input: result.standardOutput,
                timeout: .seconds(60)))
        #expect(verdict.exitCode == 0, "\(verdict.output)\(verdict.errorOutput)")
    }
}
