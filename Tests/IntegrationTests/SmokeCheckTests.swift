import Foundation
import Machine
import TestSupport
import Testing

/// The workflow of this project, and what the README gives others to copy.
@Suite struct SmokeCheckTests {
    private static let readme =
        (try? String(
            contentsOf: TestEnvironment.root.appendingPathComponent("README.md"), encoding: .utf8))
        ?? ""

    /// The README's section on smoke checks.
    private static var section: String {
        guard let start = readme.range(of: "## As a smoke check\n") else { return "" }
        let rest = readme[start.upperBound...]
        return String(rest[..<(rest.range(of: "\n## ")?.lowerBound ?? rest.endIndex)])
    }

    /// The blocks of a language, in order.
    private static func blocks(_ language: String) -> [String] {
        section.components(separatedBy: "```\(language)\n").dropFirst()
            .compactMap { $0.components(separatedBy: "```").first }
    }

    /// Command lines of the program in all blocks but those that are run as they stand.
    private static var commands: [String] {
        ["yaml", "dockerfile", "crontab"].flatMap(blocks)
            .flatMap {
                $0.matches(of: /diagnose (?:triage|lint)[^\n"'|&;]*/).map { String($0.output) }
            }
    }

    private func documents(of yaml: String) async throws -> [Any] {
        let script = TestEnvironment.root
            .appendingPathComponent("Tests/IntegrationTests/Servers/load-yaml.py").path
        let result = try await LiveCommandRunner().run(
            Command(
                TestEnvironment.value("DIAGNOSE_TEST_PYTHON") ?? "python3", [script],
                input: Array(yaml.utf8), timeout: .seconds(60)))
        try #require(result.exitCode == 0, "\(result.errorOutput)")
        let read = try JSONSerialization.jsonObject(with: Data(result.standardOutput))
        return try #require(read as? [Any])
    }

    @Test(
        "this project's workflow runs what CI runs and keeps the tests' log",
        .enabled(if: WebSocketServers.isAvailable))
    func workflow() async throws {
        let file = TestEnvironment.root.appendingPathComponent(".github/workflows/ci.yml")
        let text = try String(contentsOf: file, encoding: .utf8)
        let workflow = try #require(try await documents(of: text).first as? [String: Any])
        let jobs = try #require(workflow["jobs"] as? [String: [String: Any]])
        let job = try #require(jobs["test"])
        let image = try #require((job["container"] as? [String: Any])?["image"] as? String)
        #expect(image.hasPrefix("swift:6."))
        let steps = try #require(job["steps"] as? [[String: Any]])
        #expect(steps.compactMap { $0["run"] as? String } == [".ci/run"])
        for step in steps {
            #expect((step["run"] == nil) != (step["uses"] == nil))
            let action = step["uses"] as? String
            #expect(action.map { $0.contains("@v") } ?? true)
        }
        let upload = steps.last?["with"] as? [String: Any]
        #expect(upload?["path"] as? String == ".build/test.log")
        #expect(text.contains("if: always()"))
    }

    @Test("every snippet of YAML is YAML", .enabled(if: WebSocketServers.isAvailable))
    func yaml() async throws {
        #expect(Self.blocks("yaml").count == 3)
        for block in Self.blocks("yaml") {
            for document in try await documents(of: block) { #expect(document is [String: Any]) }
        }
    }

    @Test("every command line in the snippets is one that the program takes")
    func commandLines() async throws {
        #expect(Self.commands.count >= 6)
        let folder = try TemporaryFolder()
        try folder.makeFolder("docs")
        try FileManager.default.copyItem(
            atPath: TestEnvironment.root.appendingPathComponent("runbooks").path,
            toPath: folder.path + "/docs/runbooks")
        for command in Self.commands {
            let line = command.dropFirst("diagnose ".count).prefix { $0 != ">" }
                .replacing("/var/lib/node_exporter", with: folder.path)
                .replacing("--wait 60s", with: "--wait 1s")
            let result = try await Program.run(
                "/bin/sh", ["-c", "exec \(TestEnvironment.executable) \(line)"], in: folder.path)
            // A verdict, whichever it is where no system runs; not a wrong command line.
            #expect((0...2).contains(result.exitCode), "\(command): \(result.errorOutput)")
        }
    }
}
