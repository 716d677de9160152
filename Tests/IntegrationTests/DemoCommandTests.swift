import Foundation
import Machine
import Testing

/// `diagnose demo`, run as a newcomer would.
@Suite struct DemoCommandTests {
    /// A fault of the demo and what must lead.
    struct Fault: Sendable, CustomTestStringConvertible {
        var name: String
        var component: String
        var entry: String
        var downstream: [String] = []

        var testDescription: String { name }

        static let all = [
            Fault(
                name: "media-server-down", component: "mediamtx", entry: "demo/go-live",
                downstream: ["portal"]),
            Fault(name: "portal-unhealthy", component: "portal", entry: "demo/portal"),
            Fault(name: "portal-hangs", component: "portal", entry: "demo/portal"),
            Fault(name: "internal-media-address", component: "portal", entry: "demo/go-live"),
            Fault(name: "path-not-available", component: "mediamtx", entry: "demo/silence"),
            Fault(name: "empty-admin-password", component: "portal", entry: "demo/login"),
            Fault(name: "two-heads", component: "migrations", entry: "demo/migrations"),
        ]
    }

    @Test("each fault leads to its entry, and nothing else is blamed", arguments: Fault.all)
    func fault(_ fault: Fault) async throws {
        let result = try await demo("--fault", fault.name, "--output", "json")
        let document = try VerdictDocument(result)
        let troubles = Comment(rawValue: document.troubles)
        #expect(result.exitCode == 1, troubles)
        #expect(document.lead?.component == fault.component, troubles)
        #expect(document.lead?.entry == fault.entry, troubles)
        #expect(document.downstream == fault.downstream, troubles)
        #expect(document.also.isEmpty, troubles)
    }

    @Test("with nothing broken it is healthy")
    func healthy() async throws {
        let result = try await demo("--fault", "none", "--output", "json")
        #expect(result.exitCode == 0)
        #expect(try VerdictDocument(result).verdict == "healthy")
    }

    @Test("every fault of the program is in the table above")
    func complete() async throws {
        let help = try await Program.diagnose(["demo", "--help"], in: "/").output
        let lines = help.split(separator: "\n").drop { $0 != "Faults" }.dropFirst()
        let names = lines.prefix { $0.hasPrefix("  ") }.map { $0.dropFirst(2).description }
        #expect(names == Fault.all.map(\.name))
    }

    @Test("the tour shows both verdicts, succeeds, and leaves nothing behind")
    func tour() async throws {
        let folder = FileManager.default.temporaryDirectory
            .appendingPathComponent("diagnose-tour-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let result = try await Program.diagnose(
            ["demo"], in: "/", environment: ["TMPDIR": folder.path])
        #expect(result.exitCode == 0)
        #expect(result.output.contains("✓ HEALTHY"))
        #expect(result.output.contains("✗ UNHEALTHY  mediamtx"))
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
    }

    private func demo(_ arguments: String...) async throws -> CommandResult {
        try await Program.diagnose(["demo"] + arguments, in: "/")
    }
}
