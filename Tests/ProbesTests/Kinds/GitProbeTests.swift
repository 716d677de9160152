import Catalog
import Foundation
import Machine
import Redaction
import TestSupport
import Testing

@testable import Probes

/// Looks at real repositories, made by the real git.
@Suite(.timeLimit(.minutes(2))) struct GitProbeTests {
    private static let hour = Duration.seconds(3600)

    /// Three commits: ten days, five hours and one hour old.
    private func repository() async throws -> GitScratch {
        let git = try await GitScratch()
        try await git.commit(
            "Begin", ["backend/app.py": "1", "compose.yaml": "a", "README.md": "x"],
            ago: Self.hour * 240)
        try await git.git("tag", "v1")
        try await git.commit(
            "Add bookings", ["backend/migrations/versions/a.py": "1", "backend/app.py": "2"],
            ago: Self.hour * 5)
        try await git.commit("Say more", ["README.md": "xy"], ago: Self.hour)
        return git
    }

    @Test("the examples are right lines")
    func lint() throws {
        for example in GitProbe().schema.examples {
            #expect(ProbeLineValidation.diagnostics(for: try LineCheck.line(example)) == [])
        }
    }

    @Test("what is so passes")
    func passes() async throws {
        let git = try await repository()
        for words in [
            "", "commits=2 changed=3", "since=2h commits=1 changed=1",
            "since=30m commits=0 changed=0",
            "since=30d commits=3 changed=4", "since=v1 commits=2 changed=3",
            "since=HEAD~1 commits=1", "since=HEAD commits=0 changed=0", "dirty=false branch=main",
            "path=backend/** commits=1 changed=2", "path=backend commits=1 changed=2",
            "path=*.md changed=1", "path=*.py changed=0", "path=**/*.py changed=2",
            "path=backend/*.py path=README.md changed=2 commits=2",
            "path=backend/migrations/** since=2h changed=0 commits=0", "branch~^ma branch!=release",
        ] {
            let result = try await git.result("git . \(words)")
            #expect(result.outcome == .pass, "\(words): \(result.observed)")
        }
    }

    @Test("what changed is named, with the last commits and when they came here")
    func evidence() async throws {
        let git = try await repository()
        let result = try await git.result("git . changed=0")
        #expect(result.outcome == .fail)
        #expect(
            result.observed
                == "changed 3: README.md, backend/app.py, backend/migrations/versions/a.py")
        #expect(result.component == "code" && result.isConfiguration)
        let hashes = result.evidence.prefix(2).map { $0.prefix { $0 != " " }.count }
        #expect(hashes == [7, 7])
        #expect(
            result.evidence.map { $0.drop { $0 != " " } } == [
                " Say more (60 min ago)", " Add bookings (5 h ago)",
                " last moved 60 min ago, by commit",
            ])
        let some = try await git.result("git . since=30d changed=0 path=backend/**")
        #expect(some.observed == "changed 2: backend/app.py, backend/migrations/versions/a.py")
        #expect(some.evidence.count == 3)
    }

    @Test("a branch that was merged counts though its commits are old, and a folder within is one")
    func merged() async throws {
        let git = try await repository()
        try await git.git("checkout", "-q", "-b", "feature", "v1")
        try await git.commit("Old work", ["feature.py": "1"], ago: Self.hour * 200)
        try await git.git("checkout", "-q", "main")
        try await git.git(
            "merge", "-q", "--no-ff", "-m", "Merge", "feature", ago: .seconds(600))
        #expect(try await git.result("git . since=30m commits=2 changed=1").outcome == .pass)
        let inside = try await git.result("git backend since=30m changed=0")
        #expect(inside.observed == "changed 1: feature.py")
        let relative = try await git.result("git backend since=30d path=*.py changed=1")
        #expect(relative.outcome == .pass, "\(relative.observed)")
    }

    @Test("tracked files that differ are dirty, others are not")
    func dirty() async throws {
        let git = try await repository()
        try git.folder.write("repository/.env", "new")
        #expect(try await git.result("git . dirty=false").outcome == .pass)
        try git.folder.write("repository/compose.yaml", "edited on the server")
        let result = try await git.result("git . dirty=false")
        #expect(result.outcome == .fail)
        #expect(result.observed == "dirty true, in 1: compose.yaml")
        #expect(try await git.result("git . dirty=false path=backend/**").outcome == .pass)
    }

    @Test("ahead and behind need an upstream")
    func upstream() async throws {
        let git = try await repository()
        let without = try await git.result("git . behind=0 ahead=0")
        #expect(without.outcome == .unknown)
        #expect(without.observed == "the branch main has no upstream here")
        try await GitScratch.git(["clone", "-q", "repository", "clone"], in: git.folder)
        let clone = GitScratch(existing: "clone", in: git.folder)
        #expect(try await clone.result("git . behind=0 ahead=0").outcome == .pass)
        try await clone.commit("Mine", ["own.py": "1"])
        try await git.commit("Theirs", ["theirs.py": "1"])
        try await git.commit("Theirs too", ["theirs.py": "2"])
        // Nothing is fetched on its own.
        let before = try await clone.result("git . behind=0 ahead=1")
        #expect(before.outcome == .pass)
        try await clone.git("fetch", "-q")
        let after = try await clone.result("git . behind=0 ahead=0")
        #expect(after.observed == "behind 2 as of the last fetch, ahead 1 as of the last fetch")
    }

    @Test("a detached commit has no branch and no upstream")
    func detached() async throws {
        let git = try await repository()
        try await git.git("checkout", "-q", "--detach", "v1")
        #expect(try await git.result("git . branch=detached").outcome == .pass)
        let result = try await git.result("git . branch=main")
        let commit = try await git.git("rev-parse", "HEAD")
        #expect(result.observed == "branch none, detached at \(commit.prefix(10))")
        let distance = try await git.result("git . behind=0")
        #expect(distance.observed == "no branch is checked out, so there is no upstream")
    }

    @Test("before the first commit nothing has changed")
    func unborn() async throws {
        let git = try await GitScratch()
        try git.folder.write("repository/a.py", "1")
        try await git.git("add", "a.py")
        #expect(try await git.result("git . commits=0 changed=0 branch=main").outcome == .pass)
        let commits = try await git.result("git . commits>0")
        #expect(commits.observed == "commits 0, there is no commit yet")
        #expect(commits.evidence == [])
        #expect(try await git.result("git . dirty=false").observed == "dirty true, in 1: a.py")
    }

    @Test("in a shallow clone nothing is said of what was left behind")
    func shallow() async throws {
        let git = try await repository()
        try await GitScratch.git(
            ["clone", "-q", "--depth", "1", "file://\(git.folder.path)/repository", "clone"],
            in: git.folder)
        let clone = GitScratch(existing: "clone", in: git.folder)
        #expect(try await clone.result("git . since=30m commits=0 changed=0").outcome == .pass)
        let result = try await clone.result("git . since=24h changed=0")
        #expect(result.outcome == .unknown)
        #expect(
            result.observed == "the history needed is not here: the clone is shallow; "
                + "`git fetch --unshallow` brings it")
        let reference = try await clone.result("git . since=v1 commits=0")
        #expect(reference.observed == "'v1' names no commit here")
    }

    @Test("in a repository of SHA-256 names all is the same")
    func sha256() async throws {
        let folder = try TemporaryFolder()
        try folder.write("home/.gitconfig", "[user]\nname=n\nemail=n@example.org\n")
        try await GitScratch.git(["init", "-q", "--object-format=sha256", "new"], in: folder)
        let git = GitScratch(existing: "new", in: folder)
        try await git.commit("Begin", ["a": "1", "b": "2"])
        let result = try await git.result("git . commits=1 changed=2")
        #expect(result.outcome == .pass, "\(result.observed)")
    }

    @Test("where there is no repository all is unknown, and why")
    func nowhere() async throws {
        let folder = try TemporaryFolder()
        try folder.write("file", "")
        let check = LineCheck(folder.world(environment: GitScratch.environment(folder)))
        for (name, observed) in [
            (".", ". is in no git repository"), ("gone", "gone: No such file or directory"),
            ("file", "file: Not a directory"),
        ] {
            let result = try await check.result("git \(name) commits=0 dirty=false behind=0")
            #expect(result.outcome == .unknown)
            #expect(result.observed == observed)
        }
        let bare = try await repository()
        try await GitScratch.git(
            ["clone", "-q", "--bare", "repository", "bare"], in: bare.folder)
        let inside = GitScratch(existing: "bare", in: bare.folder)
        #expect(try await inside.result("git . commits=2 changed=3 branch=main").outcome == .pass)
        let dirty = try await inside.result("git . dirty=false")
        #expect(dirty.observed == "the repository has no working tree")
    }

    @Test(
        "another user's repository is not trusted, and what to do is said",
        .enabled(if: geteuid() == 0, "only root may give files away"))
    func foreign() async throws {
        let git = try await repository()
        let path = git.folder.path + "/repository"
        #expect(chown(path, 54_321, 54_321) == 0)
        let result = try await git.result("git . commits=0")
        #expect(result.outcome == .unknown)
        #expect(
            result.observed == "git trusts no repository of another user: run this as the owner "
                + "of \(path), or `git config --global --add safe.directory \(path)`")
        let trusting = [
            "GIT_CONFIG_COUNT": "1", "GIT_CONFIG_KEY_0": "safe.directory",
            "GIT_CONFIG_VALUE_0": "*",
        ]
        try git.folder.write(
            "repository/.git/config",
            try String(contentsOfFile: path + "/.git/config", encoding: .utf8)
                + "[filter \"x\"]\nclean = cat\n")
        let trusted = try await git.result(
            "git . commits=2 dirty=false", environment: trusting)
        #expect(trusted.outcome == .pass, "\(trusted.observed)")
    }

    @Test(
        "a start that names no commit is unknown",
        arguments: ["nope", "v1..main", "HEAD:README.md"])
    func badStart(since: String) async throws {
        let git = try await repository()
        let result = try await git.result("git . since=\"\(since)\" commits=0")
        #expect(result.outcome == .unknown)
        #expect(result.observed.contains("'\(since)'"))
    }

    @Test(
        "a start that can be none is refused, and never taken for an option",
        arguments: ["-5h", "--all", "--output=x", "99999999999d"])
    func impossibleStart(since: String) async throws {
        let message = "since= wants a time such as 24h or a commit, not '\(since)'"
        let line = try LineCheck.line("git . since=\(since)")
        #expect(ProbeLineValidation.diagnostics(for: line).map(\.message) == [message])
        // A variable may bring it all the same.
        let git = try await repository()
        let check = try LineCheck.check("git . since=${X} commits=0", variables: ["X": since])
        let context = ProbeContext(
            world: git.folder.world(environment: GitScratch.environment(git.folder)),
            redactor: Redactor())
        let observation = await GitProbe().observe(check.request, in: context)
        #expect(Set(observation.readings.values) == [.unknown(message)])
        #expect(!git.folder.holds("x"))
    }

    @Test("a broken repository is unknown, in git's words")
    func broken() async throws {
        let git = try await repository()
        try git.folder.write("repository/.git/config", "[core\nnonsense")
        let config = try await git.result("git . commits=0")
        #expect(config.outcome == .unknown)
        #expect(config.observed == "git: bad config line 1 in file .git/config")
        let other = try await repository()
        try other.folder.write("repository/.git/refs/heads/main", "0123456789\n")
        let result = try await other.result("git . commits=0 branch=main")
        #expect(result.outcome != .pass)
    }

    @Test("without git nothing is known; a git that hangs is no fault of the code")
    func tools() async throws {
        let missing = try await LineCheck(.fake()).result("git . commits=0")
        #expect(missing.observed == "git is not installed here")
        let slow = FakeCommandRunner(["git": .failure(.timedOut("git", after: .seconds(5)))])
        let result = try await LineCheck(.fake(commands: slow)).result("git . commits=0")
        #expect(result.outcome == .unknown)
        #expect(result.observed == "git did not finish within 10 s")
    }

    @Test(
        "a time needs a unit, everything else is a commit",
        arguments: [
            ("24h", true), ("90m", true), ("7d", true), ("1.5h", true), ("0s", true),
            ("1234567", false), ("abc1234", false), ("v1.4.2", false), ("main", false),
            ("5", false), ("@{upstream}", false),
        ])
    func starts(text: String, isTime: Bool) throws {
        let start = try #require(GitStart(text, now: GitScratch.now))
        if case .moment = start { #expect(isTime) } else { #expect(!isTime) }
    }
}
