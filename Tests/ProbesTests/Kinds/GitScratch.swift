import Catalog
import Foundation
import Machine
import TestSupport
import Testing

@testable import Probes

/// A real git repository for one test, whose commits have the dates that the test gives them.
struct GitScratch {
    /// The time at which tests look.
    static let now = Date(timeIntervalSince1970: 1_795_000_000)

    /// The folder that holds the repository, and what lies beside it.
    let folder: TemporaryFolder
    /// The name of the repository in that folder.
    let name: String

    /// Makes an empty repository with the branch `main`.
    init(_ name: String = "repository", in folder: TemporaryFolder? = nil) async throws {
        self.folder = try folder ?? TemporaryFolder()
        self.name = name
        try self.folder.write("home/.gitconfig", "[user]\nname=n\nemail=n@example.org\n")
        try await Self.git(["init", "-q", "-b", "main", name], in: self.folder)
    }

    /// Takes a repository that is there already, such as a clone.
    init(existing name: String, in folder: TemporaryFolder) {
        self.folder = folder
        self.name = name
    }

    /// Variables that keep the settings of this machine out.
    static func environment(_ folder: TemporaryFolder) -> [String: String] {
        [
            "HOME": folder.path + "/home", "GIT_CONFIG_NOSYSTEM": "1",
            "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin",
        ]
    }

    /// Runs git in a folder; it must succeed.
    @discardableResult
    static func git(
        _ arguments: [String], in folder: TemporaryFolder, at name: String = "",
        ago: Duration = .zero
    ) async throws -> String {
        let result = try await attempt(arguments, in: folder, at: name, ago: ago)
        try #require(result.exitCode == 0, "git \(arguments): \(result.errorOutput)")
        return String(result.output.prefix { $0 != "\n" })
    }

    private static func attempt(
        _ arguments: [String], in folder: TemporaryFolder, at name: String, ago: Duration
    ) async throws -> CommandResult {
        let date = "\(Int(now.timeIntervalSince1970 - ago.seconds)) +0000"
        var variables = environment(folder)
        variables["GIT_COMMITTER_DATE"] = date
        variables["GIT_AUTHOR_DATE"] = date
        return try await LiveCommandRunner(environment: variables).run(
            Command(
                "git", arguments, directory: folder.path + "/" + name, timeout: .seconds(60)))
    }

    /// Runs git in the repository, whatever comes of it.
    func attempt(_ arguments: String...) async throws {
        _ = try await Self.attempt(arguments, in: folder, at: name, ago: .zero)
    }

    /// Runs git in the repository; it must succeed.
    @discardableResult
    func git(_ arguments: String..., ago: Duration = .zero) async throws -> String {
        try await Self.git(arguments, in: folder, at: name, ago: ago)
    }

    /// Writes files and commits them.
    func commit(
        _ subject: String, _ files: [String: String], ago: Duration = .zero
    ) async throws {
        for (file, text) in files { try folder.write("\(name)/\(file)", text) }
        try await git("add", "--all")
        try await git("commit", "-q", "--no-verify", "-m", subject, ago: ago)
    }

    /// What a line comes to, run inside the repository.
    func result(
        _ line: String, environment: [String: String] = [:]
    ) async throws -> ProbeResult {
        let variables = Self.environment(folder).merging(environment) { _, new in new }
        var world = folder.world(
            clock: FakeClock(now: Self.now, advancesItself: false), environment: variables)
        world.workingDirectory = folder.path + "/" + name
        return try await LineCheck(world).result(line)
    }
}
