import Foundation
import Machine
import TestSupport
import Testing

/// The incidents that are kept beside the code, each recorded from a fault on its real stack.
@Suite struct IncidentTests {
    static let folder = TestEnvironment.root.appending(path: "Tests/IntegrationTests/Incidents")

    @Test("all six say of the shipped runbooks what they said when they were recorded")
    func shipped() async throws {
        let result = try await Program.diagnose(
            ["test", Self.folder.path, "--output", "json"], in: "/")
        #expect(result.exitCode == 0, "\(result.output)\(result.errorOutput)")
        let report = try JSONDecoder().decode(Report.self, from: result.standardOutput.data)
        #expect(report.passed == Fault.incidents.count)
        #expect(report.incidents.map(\.name) == Fault.incidents.map(\.name).sorted())
        for (name, fault) in Fault.incidents {
            let incident = report.incidents.first { $0.name == name }
            #expect(incident?.found?.lead == fault.entry, "\(name)")
            #expect(incident?.found?.verdict == "unhealthy", "\(name)")
        }
    }

    @Test("a runbook whose entry has lost its id fails its incident, and no other")
    func brokenRunbook() async throws {
        let folder = try TemporaryFolder()
        let shipped = TestEnvironment.root.appending(path: "runbooks/voxbento.md")
        let text = try String(contentsOf: shipped, encoding: .utf8)
        let broken = text.replacingOccurrences(
            of: "### IC-01: Interpreter", with: "### IC-91: Interpreter")
        #expect(broken != text)
        try folder.write("runbooks/voxbento.md", broken)
        let result = try await Program.diagnose(["test", Self.folder.path], in: folder.path)
        #expect(result.exitCode == 1)
        let failed = result.output.split(separator: "\n").filter { $0.hasPrefix("✗") }
        #expect(failed == ["✗ voxbento-media-server-stopped"], "\(result.output)")
        #expect(result.output.contains("voxbento/ic-91 leads, expected voxbento/ic-01"))
        #expect(result.output.contains("5 of 6 incidents as expected"))
    }

    @Test("what is expected must be written down, and is with --update")
    func update() async throws {
        let folder = try TemporaryFolder()
        let name = "general-endpoint-503"
        try FileManager.default.copyItem(
            atPath: Self.folder.appending(path: name).path, toPath: folder.path + "/" + name)
        let expectation = "\(folder.path)/\(name)/expected.json"
        try FileManager.default.removeItem(atPath: expectation)
        let missing = try await Program.diagnose(["test", "."], in: folder.path)
        #expect(missing.exitCode == 65)
        #expect(missing.output.contains("--update"))
        let updated = try await Program.diagnose(["test", ".", "--update"], in: folder.path)
        #expect(updated.exitCode == 0)
        let written = try String(contentsOfFile: expectation, encoding: .utf8)
        let kept = Self.folder.appending(path: "\(name)/expected.json")
        #expect(written == (try String(contentsOf: kept, encoding: .utf8)))
        #expect(try await Program.diagnose(["test", "."], in: folder.path).exitCode == 0)
    }

    @Test("a bundle that was changed is told, and does not stop the others")
    func changed() async throws {
        let folder = try TemporaryFolder()
        for (name, _) in Fault.incidents.prefix(2) {
            try FileManager.default.copyItem(
                atPath: Self.folder.appending(path: name).path, toPath: folder.path + "/" + name)
        }
        let name = Fault.incidents[0].name
        try folder.write("\(name)/record.json", "{}")
        let result = try await Program.diagnose(["test", "."], in: folder.path)
        #expect(result.exitCode == 65)
        #expect(result.output.contains("\(name): cannot read"))
        #expect(result.output.contains("1 of 2 incidents as expected"))
    }

    /// The document `diagnose.test/1` as a program would read it.
    private struct Report: Decodable {
        struct Incident: Decodable {
            struct Verdict: Decodable {
                var verdict: String
                var lead: String?
            }
            var name: String
            var outcome: String
            var found: Verdict?
        }
        var passed: Int
        var incidents: [Incident]
    }
}

/// Records the incidents anew on their stacks, where `DIAGNOSE_RECORD_INCIDENTS=1` asks for it.
extension EngineTests {
    @Suite(
        .serialized,
        .enabled(if: ProcessInfo.processInfo.environment["DIAGNOSE_RECORD_INCIDENTS"] == "1"))
    struct IncidentRecordingTests {
        @Test("a fault on its stack becomes an incident", arguments: Fault.incidents.indices)
        func record(position: Int) async throws {
            let (name, fault) = Fault.incidents[position]
            try await ComposeStack.run(fault.stack) { stack in
                try await fault.breakStack(stack)
                let run = try await stack.diagnose(
                    ["triage", "--quiet", "--bundle", "incident.tar.gz"] + fault.arguments)
                #expect(run.exitCode == 1, "\(run.output)\(run.errorOutput)")
                let folder = IncidentTests.folder.appending(path: name)
                try await IncidentRecording(stack: stack, system: fault.stack.system)
                    .keep("incident.tar.gz", in: folder)
                let written = try await Program.diagnose(
                    ["test", folder.path, "--update"], in: "/")
                #expect(written.exitCode == 0, "\(written.output)\(written.errorOutput)")
            }
        }
    }
}

extension Fault {
    /// The faults that are kept as incidents, one a system, by the incident's name.
    static let incidents: [(name: String, fault: Fault)] = [
        ("alwrity-no-secret-key", alwrity, "no Clerk secret key"),
        ("general-endpoint-503", general, "the endpoint answers 503"),
        ("interview-streaming-server-stopped", interview, "streaming server stopped"),
        ("ratiba-no-worker", ratiba, "no worker"),
        ("room-sync-certificate-expired", roomSync, "certificate expired"),
        ("voxbento-media-server-stopped", voxbento, "media server stopped"),
    ].compactMap { name, faults, title in
        faults.first { $0.name == title }.map { (name, $0) }
    }
}

extension [UInt8] {
    /// The bytes as Foundation has them.
    fileprivate var data: Data { Data(self) }
}
