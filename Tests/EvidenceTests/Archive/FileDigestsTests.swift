import Foundation
import Machine
import TestSupport
import Testing

@testable import Evidence

/// Runs programs of the machine, all but some of them.
private struct Lacking: CommandRunner {
    let programs: Set<String>
    let live = LiveCommandRunner()

    func run(_ command: Command) async throws(CommandFailure) -> CommandResult {
        try await live.run(command)
    }

    func isInstalled(_ program: String) -> Bool {
        !programs.contains(program) && live.isInstalled(program)
    }
}

@Suite struct FileDigestsTests {
    /// Of "abc", as FIPS 180-4's examples have it.
    private static let digest = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"

    @Test(
        "each program that counts digests is understood",
        arguments: [[], ["sha256sum"], ["sha256sum", "shasum"]] as [Set<String>])
    func programs(lacking: Set<String>) async throws {
        let folder = try TemporaryFolder()
        try folder.write("logs/a.txt", "abc")
        try folder.write("b.txt", "")
        let digests = try await FileDigests(commands: Lacking(programs: lacking))
            .digests(of: ["logs/a.txt", "b.txt"], in: folder.path)
        #expect(digests.first == Self.digest)
        #expect(digests.last?.hasPrefix("e3b0c44298fc1c149afbf4c8996fb924") == true)
    }

    @Test("without any, and with a file that is gone, the reason is told")
    func failing() async throws {
        let folder = try TemporaryFolder()
        let all: Set = ["sha256sum", "shasum", "openssl"]
        await #expect(
            throws: BundleFailure.program("none of sha256sum, shasum and openssl is installed here")
        ) {
            try await FileDigests(commands: Lacking(programs: all))
                .digests(of: ["a.txt"], in: folder.path)
        }
        await #expect(throws: BundleFailure.program("sha256sum did not count the files' digests")) {
            try await FileDigests(commands: LiveCommandRunner())
                .digests(of: ["gone.txt"], in: folder.path)
        }
    }
}
