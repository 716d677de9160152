import Foundation
import Machine
import TestSupport
import Testing

/// `--since` on a log whose only error is an hour old.
@Suite struct LookBackTests {
    private static func time(_ minutesAgo: Double) -> String {
        (Date() - minutesAgo * 60).formatted(Date.ISO8601FormatStyle(timeZone: .gmt))
    }

    private static let cases: [([String], [String], Int32)] = [
        ([], [], 0), ([], ["--since", "2h"], 1), ([], ["--since", time(120)], 1),
        ([], ["--since", "30m"], 0), (["since=5m"], ["--since", "2h"], 0),
        (["since=2h"], ["--since", "5m"], 1),
    ]

    @Test(
        "lines look back as far as they say, else as the run says",
        arguments: cases)
    func lookBack(conditions: [String], flags: [String], exit: Int32) async throws {
        let folder = try TemporaryFolder()
        try folder.write(
            "app.log", "\(Self.time(60)) ERROR boom\n\(Self.time(0.1)) INFO all is well\n")
        let result = try await Program.diagnose(
            ["probe", "log", "app.log", "absent=boom"] + conditions + flags, in: folder.path)
        #expect(result.exitCode == exit, "\(result.output)\(result.errorOutput)")
    }

    @Test("what is no past moment is refused", arguments: ["soon", "-5m", time(-60)])
    func refused(since: String) async throws {
        let result = try await Program.diagnose(["triage", "--since", since], in: "/")
        #expect(result.exitCode == 64)
        #expect(result.errorOutput.contains("--since wants"))
    }
}
