import Foundation
import Machine
import Testing

/// Containers with files in them on the real engine: one of busybox, one of GNU coreutils, one that
/// runs as another user than root, and one without any program to look with.
final class FileStack: Sendable {
    /// The folder of the compose file.
    let directory: String
    private let project = "diagnose-test-" + UUID().uuidString.lowercased().prefix(8)

    /// Runs a test on a fresh stack and takes it down afterwards, whatever happened.
    static func run(_ test: (FileStack) async throws -> Void) async throws {
        let stack = try FileStack()
        do {
            try await stack.compose("up", "-d", "--wait")
            try await test(stack)
        } catch {
            await stack.remove()
            throw error
        }
        await stack.remove()
    }

    private init() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(project)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        directory = folder.path
        try write("compose.yaml", Self.composeFile)
    }

    /// The volume is root's, as one is that nobody prepared for the user of the image. The programs
    /// of GNU are this machine's own.
    private static let composeFile = """
        x-service: &service
          pull_policy: never
          command: [/bin/sleep, "600"]
          stop_grace_period: 0s
        services:
          busybox:
            <<: *service
            image: diagnose-test/busybox
            volumes: ["data:/data", "data:/fixed:ro"]
            tmpfs: ["/small:size=64k,nr_inodes=8"]
          gnu:
            <<: *service
            image: diagnose-test/busybox
            environment: { PATH: /usr/bin }
            tmpfs: ["/small:size=64k,nr_inodes=8"]
            volumes:
              - "data:/data"
              - "data:/fixed:ro"
              - { type: bind, source: /usr, target: /usr, read_only: true }
              - { type: bind, source: /lib, target: /lib, read_only: true }
              - { type: bind, source: /lib64, target: /lib64, read_only: true }
          database:
            <<: *service
            image: diagnose-test/postgresql
            volumes: ["data:/data"]
          bare:
            <<: *service
            image: diagnose-test/busybox
            environment: { PATH: /nowhere }
        volumes:
          data: {}

        """

    private func remove() async {
        _ = try? await Program.run(
            "docker", ["compose", "down", "-v", "-t", "0"], in: directory, environment: environment)
        try? FileManager.default.removeItem(atPath: directory)
    }

    private var environment: [String: String] { ["COMPOSE_PROJECT_NAME": project] }

    /// Writes a file beside the compose file.
    func write(_ name: String, _ text: String) throws {
        try Data(text.utf8).write(to: URL(fileURLWithPath: directory + "/" + name))
    }

    /// Runs `docker compose`; it must succeed.
    func compose(_ arguments: String...) async throws {
        try await Program.succeed(
            "docker", ["compose"] + arguments, in: directory, environment: environment)
    }

    /// Runs a script in the container of a service; it must succeed.
    func shell(_ script: String, in service: String = "busybox") async throws {
        try await compose("exec", "-T", service, "/bin/sh", "-c", script)
    }

    /// What `diagnose probe` makes of a line, given as words.
    func probe(_ words: String...) async throws -> VerdictDocument.Probe {
        let result = try await Program.diagnose(
            ["probe"] + words + ["--output", "json"], in: directory, environment: environment)
        let document = try VerdictDocument(result)
        return try #require(document.probes.first, "\(result.output)\(result.errorOutput)")
    }
}
