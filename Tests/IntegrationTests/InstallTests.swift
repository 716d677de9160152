import Foundation
import Machine
import TestSupport
import Testing

/// What `make install` puts where, with the executable under test instead of a release.
@Suite struct InstallTests {
    private static let files = [
        "usr/bin/diagnose", "usr/share/bash-completion/completions/diagnose",
        "usr/share/fish/vendor_completions.d/diagnose.fish", "usr/share/man/man1/diagnose.1",
        "usr/share/zsh/site-functions/_diagnose",
    ]

    private func make(_ target: String, _ folder: TemporaryFolder) async throws {
        try await Program.succeed(
            "make",
            [
                target, "PROGRAM=\(TestEnvironment.executable)", "DESTDIR=\(folder.path)",
                "PREFIX=/usr",
            ], in: TestEnvironment.root.path)
    }

    private func files(in folder: TemporaryFolder) -> [String] {
        let all = FileManager.default.enumerator(atPath: folder.path)?.allObjects ?? []
        return all.compactMap { $0 as? String }.filter { name in
            var isFolder: ObjCBool = false
            return FileManager.default.fileExists(
                atPath: folder.path + "/" + name, isDirectory: &isFolder) && !isFolder.boolValue
        }
        .sorted()
    }

    @Test("the program, its completions and its manual page are installed, and taken away again")
    func installed() async throws {
        let folder = try TemporaryFolder()
        try await make("install-files", folder)
        #expect(files(in: folder) == Self.files.sorted())
        let program = folder.path + "/usr/bin/diagnose"
        let version = try await Program.run(program, ["--version"], in: folder.path)
        #expect(version.exitCode == 0)
        try await make("uninstall", folder)
        #expect(files(in: folder) == [])
    }

    @Test(
        "the manual page has no mistake in it, and every command and flag",
        .enabled(if: TestEnvironment.value("DIAGNOSE_TEST_MANDOC") != nil))
    func manual() async throws {
        let folder = try TemporaryFolder()
        let page = try await Program.diagnose(["man"], in: folder.path)
        try folder.write("diagnose.1", page.standardOutput)
        let lint = try await Program.run(
            "mandoc", ["-Tlint", "-Wwarning", "diagnose.1"], in: folder.path)
        #expect(lint.exitCode == 0, "\(lint.output)")
        let shown = try await Program.run("mandoc", ["-Tascii", "diagnose.1"], in: folder.path)
        // Bold is told by overstriking.
        let text = shown.output.replacing(/.\u{8}/, with: "")
        for word in [
            "diagnose triage [SYSTEM...]", "--fail-on LEVEL", "EXIT STATUS", "DOCKER_HOST",
        ] {
            #expect(text.contains(word), "\(word)")
        }
    }
}
