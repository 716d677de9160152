import Foundation
import Machine
import Testing

@testable import Probes

/// Real repositories that try to make git run their programs; each of these leaves a mark.
@Suite(.timeLimit(.minutes(2))) struct GitSafetyTests {
    /// Everything that a line can ask.
    private static let line =
        "git . since=30d path=** commits=99 changed=99 dirty=true branch=x ahead=99 behind=99"

    /// A program that leaves a mark and then becomes another one, `cat` unless told.
    private func trap(_ git: GitScratch, _ name: String, then next: String = "cat") throws -> String
    {
        let marks = git.folder.path + "/marks"
        try git.folder.write(
            "traps/\(name)", "#!/bin/sh\nmkdir -p \(marks)\n: >\(marks)/\(name)\nexec \(next)\n",
            permissions: 0o755)
        return git.folder.path + "/traps/" + name
    }

    private func marks(_ git: GitScratch) -> [String] {
        let folder = git.folder.path + "/marks"
        return ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted()
    }

    /// A repository all of whose settings that name programs name traps.
    private func evilRepository() async throws -> GitScratch {
        let git = try await GitScratch()
        try await git.commit(
            "Begin",
            [".gitattributes": "* filter=evil diff=evil\n*.b filter=a=b.c", "a": "1", "x.b": "1"])
        let hooks = git.folder.path + "/repository/.git/evil-hooks"
        for hook in [
            "post-index-change", "reference-transaction", "pre-auto-gc", "fsmonitor-watchman",
        ] {
            let trap = try trap(git, "hook-\(hook)")
            try git.folder.write(
                "repository/.git/evil-hooks/\(hook)", "#!/bin/sh\n\(trap) </dev/null\n",
                permissions: 0o755)
        }
        let settings: [(String, String)] = [
            ("core.hooksPath", hooks), ("core.fsmonitor", try trap(git, "fsmonitor")),
            ("core.pager", try trap(git, "pager")), ("pager.log", "true"), ("pager.status", "true"),
            ("diff.external", try trap(git, "external")),
            ("diff.evil.command", try trap(git, "command")),
            ("diff.evil.textconv", try trap(git, "textconv")),
            ("filter.evil.clean", try trap(git, "clean")), ("filter.evil.required", "true"),
            ("filter.a=b.c.clean", try trap(git, "clean-odd")),

            ("log.showSignature", "true"), ("gpg.program", try trap(git, "gpg")),
            ("core.sshCommand", try trap(git, "ssh")), ("core.askPass", try trap(git, "askpass")),
            ("credential.helper", try trap(git, "credential")),
            ("alias.status", "!" + (try trap(git, "alias"))),
            ("alias.rev-parse", "!" + (try trap(git, "alias"))),
            ("core.editor", try trap(git, "editor")), ("diff.relative", "true"),
            ("status.submoduleSummary", "true"),
        ]
        for (name, value) in settings { try await git.git("config", name, value) }
        // Now the time that the index keeps no longer fits, so that content must be compared.
        let future = Date(timeIntervalSinceNow: 3600)
        for file in ["a", "x.b"] {
            try FileManager.default.setAttributes(
                [.modificationDate: future], ofItemAtPath: "\(git.folder.path)/repository/\(file)")
        }
        return git
    }

    @Test("nothing that a repository's settings name is run, and nothing is written")
    func programs() async throws {
        let git = try await evilRepository()
        let index = git.folder.path + "/repository/.git/index"
        let before = try Data(contentsOf: URL(fileURLWithPath: index))
        let result = try await git.result(Self.line)
        #expect(result.outcome == .fail)
        #expect(result.observed.contains("dirty false"))
        #expect(result.observed.contains("changed 3: .gitattributes, a, x.b"))
        #expect(marks(git) == [])
        #expect(try Data(contentsOf: URL(fileURLWithPath: index)) == before)
        // The traps do work.
        try await git.attempt("status")
        let caught = marks(git)
        #expect(Set(caught).isSuperset(of: ["fsmonitor", "clean", "clean-odd"]), "\(caught)")
    }

    @Test("filters of the user's own settings are run, for they are the user's")
    func ownFilters() async throws {
        let git = try await GitScratch()
        try await git.git("config", "--global", "filter.mine.clean", "tr a-z A-Z")
        try await git.commit("Begin", [".gitattributes": "*.txt filter=mine\n", "a.txt": "ABC"])
        try git.folder.write("repository/a.txt", "abc")
        let result = try await git.result("git . dirty=false")
        #expect(result.outcome == .pass, "\(result.observed)")
    }

    @Test("a signature is not checked, for that runs a program of the repository's choice")
    func signatures() async throws {
        let git = try await evilRepository()
        let tree = try await git.git("rev-parse", "HEAD^{tree}")
        let seconds = Int(GitScratch.now.timeIntervalSince1970)
        try git.folder.write(
            "commit",
            """
            tree \(tree)
            author n <n@example.org> \(seconds) +0000
            committer n <n@example.org> \(seconds) +0000
            gpgsig -----BEGIN PGP SIGNATURE-----
             
             iHUEABYKAB0WIQ
             -----END PGP SIGNATURE-----

            Signed

            """)
        let commit = try await git.git(
            "-c", "core.hooksPath=/dev/null", "hash-object", "-t", "commit", "-w", "../commit")
        try git.folder.write("repository/.git/refs/heads/main", commit + "\n")
        let result = try await git.result(Self.line)
        #expect(result.evidence.contains { $0.contains("Signed") })
        #expect(marks(git) == [])
        try await git.attempt("log", "-1")
        #expect(marks(git).contains("gpg"))
    }

    @Test("a submodule's settings are not heeded either")
    func submodule() async throws {
        let git = try await GitScratch()
        try await git.commit("Begin", ["a": "1"])
        let inner = try await GitScratch("inner", in: git.folder)
        try await inner.commit("Begin", ["b": "1"])
        try await git.git(
            "-c", "protocol.file.allow=always", "submodule", "--quiet", "add", "../inner", "inner")
        try await git.commit("Add inner", [:])
        let trap = try trap(git, "submodule")
        try await GitScratch.git(
            ["config", "core.fsmonitor", trap], in: git.folder, at: "repository/inner")
        try git.folder.write("repository/inner/b", "22")
        #expect(try await git.result("git . dirty=false").outcome == .pass)
        #expect(marks(git) == [])
        try await git.attempt("status")
        #expect(marks(git) == ["submodule"])
    }

    @Test("what a partial clone has left behind is not fetched")
    func partialClone() async throws {
        let git = try await GitScratch()
        try await git.commit("Begin", ["a/b": "1"], ago: .seconds(90_000))
        try await git.commit("More", ["a/b": "2"], ago: .seconds(60))
        try await git.git("config", "uploadpack.allowFilter", "true")
        try await GitScratch.git(
            [
                "clone", "-q", "--filter=tree:0", "--no-checkout",
                "file://\(git.folder.path)/repository", "clone",
            ], in: git.folder)
        let clone = GitScratch(existing: "clone", in: git.folder)
        try await clone.git(
            "config", "remote.origin.uploadpack", try trap(git, "uploadpack", then: "false"))
        let result = try await clone.result("git . changed=0")
        #expect(result.outcome == .unknown)
        #expect(
            result.observed
                == "the history needed is not here: in a partial clone git would have to fetch it")
        #expect(try await clone.result("git . commits=1").outcome == .pass)
        #expect(marks(git) == [])
        try await clone.attempt("diff-tree", "HEAD~1", "HEAD")
        #expect(marks(git) == ["uploadpack"])
    }

    @Test("variables that lead to another repository are not followed")
    func redirected() async throws {
        let git = try await GitScratch()
        try await git.commit("Begin", ["a": "1"])
        let other = try await GitScratch("other", in: git.folder)
        let environment = [
            "GIT_DIR": git.folder.path + "/other/.git", "GIT_INDEX_FILE": "/nowhere",
            "GIT_PREFIX": "x/", "GIT_LITERAL_PATHSPECS": "1",
        ]
        let result = try await other.result(
            "git ../repository commits=1 changed=1 path=* dirty=false", environment: environment)
        #expect(result.outcome == .pass, "\(result.observed)")
    }

    @Test("what stands in names and messages can't fool a terminal or show a secret")
    func texts() async throws {
        let git = try await GitScratch()
        let name = "a\u{1B}[31m\nb\u{202E}c"
        try await git.commit(
            "Use postgres://u:hunter22hunter@db\u{1B}]0;x\u{07} now", [name: "1"])
        try await git.git(
            "update-ref", "-m", "pull https://u:hunter22hunter@h/x: Fast", "HEAD", "HEAD~0")
        let result = try await git.result("git . changed=0")
        for text in [result.observed] + result.evidence {
            #expect(!text.contains("hunter22"), "\(text)")
            let isShowable = text.unicodeScalars.allSatisfy {
                $0.properties.generalCategory != .control
                    && $0.properties.generalCategory != .format
            }
            #expect(isShowable, "\(text)")
        }
        #expect(result.observed.hasPrefix("changed 1: a"))
        #expect(!result.evidence.isEmpty)
    }
}
