import Foundation
import Testing

/// `diagnose lint` and `diagnose new` on real files.
@Suite struct LintCommandTests {
    private static let runbook = """
        ---
        system: shop
        last_verified: 2020-01-01
        review_after: 30d
        ---

        # Shop

        ## It fails

        **Cause:** x

        **Fix:** see [there](gone.md)

        """

    private func withFolder(_ body: (String) async throws -> Void) async throws {
        let folder = FileManager.default.temporaryDirectory
            .appendingPathComponent("diagnose-lint-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try Self.runbook.write(
            toFile: folder.path + "/shop.md", atomically: true, encoding: .utf8)
        try await body(folder.path)
    }

    private func text(_ path: String) throws -> String {
        try String(contentsOfFile: path, encoding: .utf8)
    }

    @Test("each format tells the same places; warnings are no failure")
    func formats() async throws {
        try await withFolder { folder in
            let plain = try await Program.diagnose(["lint", "shop.md"], in: folder)
            #expect(plain.exitCode == 0)
            #expect(
                plain.output.contains(
                    "shop.md:13:22: warning: 'gone.md' does not exist [dead-link]\n"))
            #expect(plain.output.hasSuffix("1 runbook, 1 entry: 2 warnings, 1 note\n"))
            let github = try await Program.diagnose(
                ["lint", "shop.md", "--output", "github"], in: folder)
            #expect(
                github.output.contains(
                    "::warning file=shop.md,line=13,col=22,title=dead-link::'gone.md' does not exist\n"
                ))
            let sarif = try await Program.diagnose(
                ["lint", "shop.md", "--output", "sarif"], in: folder)
            let log = try JSONSerialization.jsonObject(with: Data(sarif.output.utf8))
            let run = try #require(((log as? [String: Any])?["runs"] as? [[String: Any]])?.first)
            #expect((run["results"] as? [Any])?.count == 3)
        }
    }

    @Test("--fix mends once, says what, and keeps the file's permissions")
    func fix() async throws {
        try await withFolder { folder in
            let path = folder + "/shop.md"
            try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
            let fixed = try await Program.diagnose(
                ["lint", "shop.md", "--fix", "--verified"], in: folder)
            #expect(fixed.exitCode == 0)
            #expect(fixed.output.contains("shop.md:3: fixed: set last_verified to 20"))
            #expect(fixed.output.contains("shop.md:9: fixed: gave 'It fails' its id, it-fails"))
            #expect(fixed.output.hasSuffix("1 runbook, 1 entry: 1 warning\n"))
            let after = try text(path)
            #expect(after.contains("## It fails <a id=\"it-fails\"></a>\n"))
            let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions]
            #expect(mode as? Int == 0o600)
            let again = try await Program.diagnose(
                ["lint", "shop.md", "--fix", "--output", "json"], in: folder)
            #expect(!again.errorOutput.contains("fixed:"))
            #expect(try text(path) == after)
        }
    }

    @Test("what may not be written is told, exits 70 and stays as it is")
    func refusals() async throws {
        try await withFolder { folder in
            let path = folder + "/shop.md"
            try FileManager.default.setAttributes([.posixPermissions: 0o444], ofItemAtPath: path)
            for arguments in [
                ["lint", "--fix", "shop.md"], ["new", "it lags", "--runbooks", "shop.md"],
            ] {
                let result = try await Program.diagnose(arguments, in: folder)
                #expect(result.exitCode == 70)
                #expect(result.errorOutput.contains("cannot write 'shop.md': is read-only"))
            }
            #expect(try text(path) == Self.runbook)
        }
    }

    @Test(
        "shipped runbooks and other files are not edited",
        arguments: [
            (["lint", "--fix"], 64, "only shipped runbooks were found"),
            (["lint", "--verified", "shop.md"], 64, "--verified is for use with --fix"),
            (["new", "it lags", "--system", "voxbento"], 64, "is shipped inside the program"),
            (
                ["new", "it lags", "--runbooks", "shop.md", "--system", "shp"], 64,
                "did you mean 'shop'?"
            ),
            (
                ["new", "It  FAILS", "--runbooks", "shop.md"], 64,
                "it is there already: shop/it-fails at shop.md:9"
            ),
            (["new", "--runbooks", "shop.md"], 64, "new wants what one sees"),
            (["new", "it lags"], 64, "no runbook of yours is here"),
            (["lint", "--fix", "notes.txt"], 0, "'notes.txt' is left alone"),
        ])
    func untouched(arguments: [String], code: Int32, message: String) async throws {
        try await withFolder { folder in
            try Self.runbook.write(toFile: folder + "/notes.txt", atomically: true, encoding: .utf8)
            let result = try await Program.diagnose(arguments, in: folder)
            #expect(result.exitCode == code)
            #expect(result.errorOutput.contains(message), "\(result.errorOutput)")
            #expect(try text(folder + "/shop.md") == Self.runbook)
            #expect(try text(folder + "/notes.txt") == Self.runbook)
        }
    }

    @Test("new shows a diff that patch takes, and then writes the same")
    func new() async throws {
        try await withFolder { folder in
            let arguments = ["new", "uploads hang", "--runbooks", "shop.md"]
            let dry = try await Program.diagnose(arguments + ["--dry-run"], in: folder)
            #expect(dry.exitCode == 0)
            #expect(try text(folder + "/shop.md") == Self.runbook)
            try dry.output.write(toFile: folder + "/p.diff", atomically: true, encoding: .utf8)
            try FileManager.default.copyItem(
                atPath: folder + "/shop.md", toPath: folder + "/copy.md")
            let script = "sed s/shop.md/copy.md/ p.diff | git apply -p0 -"
            try await Program.succeed("/bin/sh", ["-c", script], in: folder)

            let result = try await Program.diagnose(arguments, in: folder)
            #expect(result.exitCode == 0)
            #expect(
                result.output.hasPrefix(
                    "shop.md:15: added shop/uploads-hang\n\n## uploads hang <a id=\"uploads-hang\"></a>\n"
                ))
            #expect(try text(folder + "/shop.md") == text(folder + "/copy.md"))
        }
    }

    @Test("list --explain says which recogniser took an entry and why")
    func explain() async throws {
        try await withFolder { folder in
            let arguments = ["list", "--explain", "--no-embedded", "--runbooks", "shop.md"]
            let text = try await Program.diagnose(arguments, in: folder)
            #expect(
                text.output.contains("headed-fields: a heading with Cause, Fix below it"))
            let json = try await Program.diagnose(arguments + ["--output", "json"], in: folder)
            #expect(json.output.contains(#""recogniser": "headed-fields""#))
        }
    }

    @Test("a new entry may begin with what a log says and no runbook knows")
    func newFromLog() async throws {
        try await withFolder { folder in
            let log = (1...2).map { "2026-11-21 06:00:0\($0) ERROR app: disk \($0)7 is on fire\n" }
            try log.joined().write(
                toFile: folder + "/app.log", atomically: true, encoding: .utf8)
            let arguments = ["new", "--from-log", "app.log", "--runbooks", "shop.md"]
            let added = try await Program.diagnose(arguments, in: folder)
            #expect(added.exitCode == 0, "\(added.errorOutput)")
            let written = try text(folder + "/shop.md")
            #expect(written.contains("## app: disk … is on fire"), "\(written)")
            #expect(written.contains("**Error signatures:** `app: disk ... is on fire`"))
            // The entry knows the error now, so that nothing is left to begin with.
            let again = try await Program.diagnose(arguments, in: folder)
            #expect(again.exitCode == 64)
            #expect(
                again.errorOutput.contains("'app.log' has no error that no runbook knows"),
                "\(again.errorOutput)")
        }
    }
}
