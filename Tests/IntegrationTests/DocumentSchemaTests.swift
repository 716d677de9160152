import Demo
import Foundation
import Machine
import TestSupport
import Testing

/// What commands really print as JSON, held against the schemas that the program prints, by another
/// program's validator; the schemas allow no member that they do not name.
@Suite(.enabled(if: WebSocketServers.isAvailable)) struct DocumentSchemaTests {
    /// Command lines whose output is a document, by the schema's name.
    private static let lines: [(schema: String, arguments: [String])] = [
        ("verdict", ["demo", "--fault", "media-server-down", "--output", "json"]),
        ("verdict", ["demo", "--fault", "two-heads", "--output", "json"]),
        ("verdict", ["demo", "--fault", "none", "--output", "json"]),
        ("verdict", ["triage", "ratiba", "--output", "json", "--timeout", "1s"]),
        ("verdict", ["check", "voxbento/ic-02", "--output", "json", "--timeout", "1s"]),
        ("verdict", ["probe", "file", "nowhere", "exists=true", "--output", "json"]),
        ("symptom", ["symptom", "listener hears nothing", "--why", "--output", "json"]),
        ("symptom", ["symptom", "the coffee is cold", "--output", "json"]),
        (
            "symptom",
            ["symptom", "--check", "listener hears nothing", "--output", "json", "--timeout", "1s"]
        ),
        ("list", ["list", "--output", "json"]),
        ("list", ["list", "--explain", "--output", "json"]),
        ("list", ["show", "voxbento/ic-02", "voxbento/code-4003", "--output", "json"]),
        ("logs", ["logs", "app.log", "--output", "json"]),
        ("logs", ["logs", "app.log", "--baseline", "app.log", "--output", "json"]),
        ("logs", ["logs", "app.log", "--correlate", "req-7", "--output", "json"]),
        ("lint", ["lint", "bad.md", "--output", "json"]),
        ("rules", ["lint", "--rules", "--output", "json"]),
        ("coverage", ["coverage", "--output", "json"]),
        ("coverage", ["coverage", "--no-embedded", "--runbooks", "bad.md", "--output", "json"]),
        (
            "diff",
            [
                "diff", incident("general-endpoint-503"), incident("ratiba-no-worker"), "--output",
                "json",
            ]
        ),
        (
            "diff",
            [
                "diff", incident("ratiba-no-worker"), incident("general-endpoint-503"), "--output",
                "json",
            ]
        ),
        ("test", ["test", IncidentTests.folder.path, "--output", "json"]),
        (
            "test",
            ["test", IncidentTests.folder.path, "--runbooks", "ratiba.md", "--output", "json"]
        ),
        ("test", ["test", "broken", "--output", "json"]),
        ("rehearsal", ["triage", "voxbento", "--dry-run", "--output", "json"]),
    ]

    /// A recorded incident, which is an unpacked bundle.
    private static func incident(_ name: String) -> String {
        IncidentTests.folder.appending(path: name).path
    }

    private func folder() throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        try folder.write(
            "app.log",
            """
            2026-11-21 06:00:00 ERROR req-7 WebSocketDisconnect code=1006
            2026-11-21 06:00:01 ERROR req-8 the moon is in the wrong house
            nonsense
            """)
        try folder.write(
            "ratiba.md", "---\nsystem: ratiba\n---\n# Ratiba\n\n## It rests\n\n**Fix:** wake it\n")
        try folder.write("broken/one/manifest.json", "{")
        try folder.write(
            "bad.md", "# Bad\n\n```probe\nhtpp x\n```\n\n### It breaks\n\n**Fix:** mend it\n")
        return folder
    }

    private func mistakes(in folder: String) async throws -> String {
        let script = TestEnvironment.root
            .appendingPathComponent("Tests/IntegrationTests/Servers/validate.py").path
        let result = try await Program.run(
            TestEnvironment.value("DIAGNOSE_TEST_PYTHON") ?? "python3", [script, folder],
            in: folder)
        return result.output + result.errorOutput
    }

    private func writeSchemas(to folder: TemporaryFolder) async throws {
        let list = try await Program.diagnose(["schema"], in: folder.path)
        let names = list.output.split(separator: "\n").compactMap { $0.split(separator: " ").first }
        #expect(names.count >= 11)
        for name in names {
            let schema = try await Program.diagnose(["schema", String(name)], in: folder.path)
            try folder.write("documents/\(name).schema.json", schema.standardOutput)
        }
    }

    @Test("every document that a command prints is as its schema says")
    func documents() async throws {
        let folder = try folder()
        try await writeSchemas(to: folder)
        for (number, line) in Self.lines.enumerated() {
            let result = try await Program.diagnose(line.arguments, in: folder.path)
            #expect(!result.standardOutput.isEmpty, "\(line.arguments): \(result.errorOutput)")
            try folder.write(
                "documents/\(line.schema).\(number).json", result.standardOutput)
        }
        let events = try await Program.diagnose(
            ["probe", "file", "nowhere", "exists=true", "--events"], in: folder.path)
        let told = events.output.split(separator: "\n")
        #expect(told.count == 3)
        for (number, line) in told.enumerated() {
            try folder.write("documents/events.\(number).json", String(line))
        }
        #expect(try await mistakes(in: folder.path + "/documents") == "")
    }

    @Test("a member that a schema doesn't name, one that is gone and a wrong word are noticed")
    func wrong() async throws {
        let folder = try folder()
        try await writeSchemas(to: folder)
        let bad = [
            #"{"schema": "diagnose.lint/1", "diagnostics": [], "more": 1}"#,
            #"{"schema": "diagnose.lint/1"}"#, #"{"schema": "diagnose.lint/2", "diagnostics": []}"#,
        ]
        for (number, text) in bad.enumerated() {
            try folder.write("documents/lint.\(number).json", text)
        }
        let told = try await mistakes(in: folder.path + "/documents").split(separator: "\n")
        #expect(told.map { $0.prefix(12) } == ["lint.0.json:", "lint.1.json:", "lint.2.json:"])
    }
}
