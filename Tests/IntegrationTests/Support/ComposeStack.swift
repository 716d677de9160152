import Foundation
import Machine
import Testing

/// A running copy of a system's folder on the real engine, with ports and a project of its own.
final class ComposeStack: Sendable {
    /// The folder of the copy.
    let directory: String
    private let template: StackTemplate
    private let project: String
    private let ports: [String: Int]

    /// Runs a test on a fresh, healthy stack and takes it down afterwards, whatever happened.
    static func run(
        _ template: StackTemplate = .voxbento, _ test: (ComposeStack) async throws -> Void
    ) async throws {
        let stack = try ComposeStack(template)
        do {
            try await stack.compose("up", "-d", "--wait")
            try await template.prepare(stack)
            try await test(stack)
        } catch {
            await stack.remove()
            throw error
        }
        await stack.remove()
    }

    private init(_ template: StackTemplate) throws {
        self.template = template
        project = "diagnose-test-" + UUID().uuidString.lowercased().prefix(8)
        let copy = FileManager.default.temporaryDirectory.appendingPathComponent(project)
        try FileManager.default.copyItem(
            at: TestEnvironment.root.appendingPathComponent(
                "Tests/IntegrationTests/Stacks/\(template.system)"),
            to: copy)
        directory = copy.path
        ports = try template.ports.reduce(into: [:]) { $0[$1] = try FreePort.next() }
    }

    private func remove() async {
        _ = try? await Program.run(
            "docker", ["compose", "down", "-v", "--remove-orphans", "-t", "1"], in: directory,
            environment: environment)
        try? FileManager.default.removeItem(atPath: directory)
    }

    /// The variables under which compose, alembic and the executable see this stack.
    var environment: [String: String] {
        var variables = ports.mapValues { "\($0)" }
        variables["COMPOSE_PROJECT_NAME"] = project
        return variables.merging(template.variables(self)) { _, own in own }
    }

    /// The port that a variable of the compose file names.
    func port(_ name: String) -> Int { ports[name] ?? 0 }

    /// Runs `docker compose` on the stack; it must succeed.
    func compose(_ arguments: String...) async throws {
        try await Program.succeed(
            "docker", ["compose"] + arguments, in: directory, environment: environment)
    }

    /// Runs alembic on the stack's database; it must succeed.
    func alembic(_ arguments: String...) async throws {
        try await Program.succeed(
            "alembic", arguments, in: directory + "/backend", environment: environment)
    }

    /// Sets a variable of the stack's `.env` and recreates what it changes.
    func set(_ name: String, _ value: String) async throws {
        let file = URL(fileURLWithPath: directory + "/.env")
        let present = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
        try (present + "\(name)=\(value)\n").write(to: file, atomically: true, encoding: .utf8)
        try await compose("up", "-d", "--wait")
    }

    /// Puts a file of the stack into another place of it, over whatever is there.
    func copy(_ source: String, to target: String) throws {
        try? FileManager.default.removeItem(atPath: directory + "/" + target)
        try FileManager.default.copyItem(
            atPath: directory + "/" + source, toPath: directory + "/" + target)
    }

    /// Writes a file of the stack, and the folder that it stands in.
    func write(_ text: String, to file: String) throws {
        let path = URL(fileURLWithPath: directory + "/" + file)
        try FileManager.default.createDirectory(
            at: path.deletingLastPathComponent(), withIntermediateDirectories: true)
        try text.write(to: path, atomically: true, encoding: .utf8)
    }

    /// Replaces a text in a file of the stack; it must be there.
    func replace(_ text: String, with other: String, in file: String) throws {
        let path = URL(fileURLWithPath: directory + "/" + file)
        let content = try String(contentsOf: path, encoding: .utf8)
        try #require(content.contains(text), "\(file) has no \(text)")
        try content.replacingOccurrences(of: text, with: other)
            .write(to: path, atomically: true, encoding: .utf8)
    }

    /// Makes the folder a git repository with one commit, whatever this machine's settings of git.
    func makeRepository() async throws {
        let steps = [
            ["init", "-q"], ["add", "--all"],
            [
                "-c", "user.name=test", "-c", "user.email=test@example.org",
                "-c", "commit.gpgsign=false", "commit", "-q", "-m", "The stack",
            ],
        ]
        for step in steps { try await Program.succeed("git", step, in: directory) }
    }

    /// Lets a container of another project have a service's port, so that the service can't come
    /// back.
    ///
    /// The container ends by itself, for taking down the stack leaves what is not the stack's.
    func takePort(_ name: String, of service: String) async throws {
        try await compose("rm", "--stop", "--force", service)
        try await Program.succeed(
            "docker",
            [
                "run", "--detach", "--rm", "--init", "--publish", "\(port(name)):8000",
                "diagnose-test/busybox", "timeout", "60", "httpd", "-f", "-p", "8000",
            ], in: directory)
        let start = try await Program.run(
            "docker", ["compose", "up", "-d", service], in: directory, environment: environment)
        #expect(start.exitCode != 0, "the port was not taken")
        try await wait(for: service, toBe: "created")
    }

    /// Runs a program in a service's container; it must succeed.
    func execute(_ service: String, _ words: String...) async throws {
        try await execute(service, words)
    }

    /// Runs a program, given as a vector, in a service's container; it must succeed.
    func execute(_ service: String, _ words: [String]) async throws {
        try await Program.succeed(
            "docker", ["compose", "exec", "-T", service] + words, in: directory,
            environment: environment)
    }

    /// Adds a line to a service's log, as if its first process had written it.
    func log(_ line: String, in service: String, times: Int = 1) async throws {
        let lines = Array(repeating: line, count: times).joined(separator: "\n")
        try await execute(service, "sh", "-c", "echo \"$0\" >/proc/1/fd/1", lines)
    }

    /// Runs SQL on the stack's PostgreSQL.
    func query(_ sql: String, in service: String = "database") async throws {
        let client = "exec psql -q -U \"$POSTGRES_USER\" -d \"$POSTGRES_DB\" -c \"$0\""
        try await execute(service, "sh", "-c", client, sql)
    }

    /// Sends a JSON request to the media server's API; it must succeed.
    func patchMediaServer(_ path: String, _ body: String) async throws {
        try await Program.succeed(
            "curl",
            [
                "-fsS", "-X", "PATCH", "-d", body,
                "http://127.0.0.1:\(port("MEDIAMTX_PORT"))\(path)",
            ], in: directory)
    }

    /// Waits until compose reports the service in a state or health, ten seconds at most.
    func wait(for service: String, toBe word: String) async throws {
        let clock = ContinuousClock()
        let end = clock.now + .seconds(10)
        while clock.now < end {
            let result = try await Program.run(
                "docker",
                ["compose", "ps", "--all", "--format", "{{.State}} {{.Health}}", service],
                in: directory, environment: environment)
            if result.output.contains(word) { return }
        }
        Issue.record("\(service) never became \(word)")
    }

    /// Runs the executable in the stack's folder.
    func diagnose(
        _ arguments: [String], environment additions: [String: String] = [:]
    ) async throws -> CommandResult {
        var variables = environment.merging(template.runbookVariables(self)) { _, new in new }
        variables.merge(additions) { _, new in new }
        return try await Program.diagnose(arguments, in: directory, environment: variables)
    }

    /// Runs `diagnose triage` and reads its verdict.
    func triage(
        _ arguments: [String] = [], environment additions: [String: String] = [:]
    ) async throws -> (exitCode: Int32, document: VerdictDocument) {
        let result = try await diagnose(
            ["triage", "--output", "json"] + arguments, environment: additions)
        return (result.exitCode, try VerdictDocument(result))
    }
}
