import Foundation
import Machine
import TestSupport

extension TemporaryFolder {
    /// The real disk and programs, seen from this folder.
    func world(
        clock: any WorldClock = FakeClock(advancesItself: false),
        environment: [String: String] = [:]
    ) -> World {
        let own = ["PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"]
        let all = own.merging(environment) { _, new in new }
        return .fake(
            commands: LiveCommandRunner(environment: all, workingDirectory: path),
            files: LiveFileSystem(), environment: all, clock: clock, workingDirectory: path)
    }

    /// Mounts a fresh tmpfs for the time of a test; prints why where none can be had.
    ///
    /// - Parameters:
    ///   - name: The folder that it is mounted at.
    ///   - options: Those of tmpfs(5), such as `size=64k`.
    ///   - test: What to do meanwhile.
    func withMount(
        at name: String, _ options: String, _ test: () async throws -> Void
    ) async throws {
        let point = path + "/" + name
        try FileManager.default.createDirectory(atPath: point, withIntermediateDirectories: true)
        let runner = LiveCommandRunner()
        let mounted = try? await runner.run(
            Command("mount", ["-t", "tmpfs", "-o", options, "none", point], timeout: .seconds(30)))
        guard let mounted, mounted.exitCode == 0 else {
            let reason = mounted?.errorOutput ?? "no program `mount`\n"
            print("skipped, no tmpfs can be mounted:", reason, terminator: "")
            return
        }
        let outcome: Result<Void, any Error>
        do { outcome = .success(try await test()) } catch { outcome = .failure(error) }
        _ = try await runner.run(Command("umount", [point], timeout: .seconds(30)))
        try outcome.get()
    }
}
