import Foundation
import Machine
import TestSupport

/// A run of a hostile case, and what it left behind.
struct HostileRun {
    /// How it ended; `nil` where it had to be ended.
    private(set) var exitCode: Int32?
    /// What it printed on both streams.
    private(set) var output = ""
    /// How long it took, in seconds.
    private(set) var seconds = 0.0
    /// The programs that still ran afterwards, as their command lines.
    private(set) var orphans: [String] = []

    /// Whether it needs a file system of its own that this user may not mount.
    var isSkipped: Bool { exitCode == Self.skipped }

    /// What the script exits with where it can't be run.
    private static let skipped: Int32 = 77
    /// A secret of the environment, which nothing may show.
    static let secret = "canary-5fe2c1d0"
    /// What tells a hang from an end, in seconds beyond the bound of the case.
    private static let patience = 10.0

    /// Runs a case in a folder; whatever it leaves is ended.
    init(_ row: HostileCase, in folder: TemporaryFolder) async throws {
        // Every process of the run has it, in its environment or among its arguments.
        let mark = "hostile-\(UUID().uuidString)"
        try folder.write("compose.yaml", "services: {web: {image: x}}\n")
        for (name, text) in row.programs {
            try folder.write("bin/\(name)", "#!/bin/sh\n\(text)\n", permissions: 0o755)
        }
        var environment = TestEnvironment.additions
        environment["PATH"] = "\(folder.path)/bin:\(environment["PATH"] ?? "/usr/bin:/bin")"
        environment["HOSTILE_MARK"] = mark
        environment["DIAGNOSE"] = TestEnvironment.executable
        environment["COLUMNS"] = "200"
        environment["API_TOKEN"] = Self.secret
        let clock = ContinuousClock()
        let start = clock.now
        var command = Command(
            "/bin/sh", ["-c", Self.script(of: row)], directory: folder.path,
            environment: environment,
            timeout: .seconds(row.bound + Self.patience))
        // What is left is to be counted before it is ended.
        command.mayLeaveChildren = true
        do throws(CommandFailure) {
            let result = try await LiveCommandRunner().run(command)
            exitCode = result.exitCode
            output = result.output + result.errorOutput
        } catch {
            output = error.summary
        }
        seconds = (clock.now - start) / .seconds(1)
        orphans = Self.endAll(markedWith: mark)
    }

    /// The script, with a file system of its own around it where it wants one.
    private static func script(of row: HostileCase) -> String {
        guard let options = row.mount else { return row.script }
        return """
            mkdir mount && mount -t tmpfs -o \(options) none mount || exit \(skipped)
            trap 'umount -l mount' EXIT
            \(row.script)
            """
    }

    /// Ends every process that has the mark, and tells which there were (proc(5)).
    private static func endAll(markedWith mark: String) -> [String] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
        return names.compactMap(pid_t.init).compactMap { process in
            let folder = "/proc/\(process)/"
            let files = ["environ", "cmdline"].map { name in
                FileManager.default.contents(atPath: folder + name) ?? Data()
            }
            guard files.contains(where: { $0.range(of: Data(mark.utf8)) != nil }) else {
                return nil
            }
            _ = kill(process, SIGKILL)
            return String(decoding: files[1], as: UTF8.self)
                .replacingOccurrences(of: "\0", with: " ")
        }
    }
}
