import Foundation
import Testing

/// Streams, disks and clocks that do their worst to the built executable.
@Suite("A hostile machine", .serialized, .timeLimit(.minutes(5)))
struct HostileMachineTests {
    @Test("each has its message and its exit code, in time, and no program is left")
    func all() async throws {
        try await HostileTally.check(HostileCase.machine, of: "machine")
    }

    @Test("the time of day is asked in one place, so that no bound follows it")
    func wallClock() throws {
        let sources = TestEnvironment.root.appendingPathComponent("Sources")
        let files = try #require(
            FileManager.default.enumerator(at: sources, includingPropertiesForKeys: nil))
        let asking = try files.compactMap { $0 as? URL }.filter { file in
            guard file.pathExtension == "swift" else { return false }
            let text = try String(contentsOf: file, encoding: .utf8)
            return ["Date()", "Date.now", "SinceNow", "wallDeadline", "gettimeofday("].contains {
                text.contains($0)
            }
        }
        #expect(asking.map(\.lastPathComponent) == ["LiveClock.swift"])
    }
}
