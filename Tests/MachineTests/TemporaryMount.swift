import Foundation
import Machine
import TestSupport

/// A file system of its own for one test, where this user may mount one.
enum TemporaryMount {
    /// Runs a test on a fresh tmpfs; prints why where none can be had.
    ///
    /// - Parameters:
    ///   - options: those of tmpfs(5), such as `size=1m,nr_inodes=50`.
    ///   - test: given the folder that it is mounted at.
    static func run(_ options: String, _ test: (String) async throws -> Void) async throws {
        let folder = try TemporaryFolder()
        let runner = LiveCommandRunner()
        let mounted = try? await runner.run(
            Command(
                "mount", ["-t", "tmpfs", "-o", options, "none", folder.path],
                timeout: .seconds(30)))
        guard let mounted, mounted.exitCode == 0 else {
            let reason = mounted?.errorOutput ?? "no program `mount`\n"
            print("skipped, no tmpfs can be mounted:", reason, terminator: "")
            return
        }
        let outcome: Result<Void, any Error>
        do { outcome = .success(try await test(folder.path)) } catch { outcome = .failure(error) }
        _ = try await runner.run(Command("umount", [folder.path], timeout: .seconds(30)))
        try outcome.get()
    }
}
