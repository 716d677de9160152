import Foundation
import Machine

/// A repository as far as a line asks about it.
struct GitRepository: Sendable {
    private let commands: GitCommands
    /// The commit that is checked out; `nil` before the first one.
    let head: String?
    /// Whether history was left behind when it was cloned.
    let isShallow: Bool
    /// The patterns of paths that count; all paths where there are none.
    private let paths: [String]

    /// Finds the repository around a folder.
    ///
    /// - Throws: ``GitObstacle``.
    init(_ commands: GitCommands, paths: [String]) async throws(GitObstacle) {
        let answer = try await commands.output(["rev-parse", "--is-shallow-repository"])
        let head = try await commands.run(["rev-parse", "--verify", "--quiet", "HEAD^{commit}"])
        self.commands = commands
        self.head = head.exitCode == 0 ? Self.word(head) : nil
        isShallow = Self.word(answer) == "true"
        self.paths = paths.isEmpty ? [] : ["--"] + paths.map { ":(glob)\($0)" }
    }

    /// The stretch of history that a line is about.
    struct Stretch: Sendable, Hashable {
        /// The commit before it; `nil` where it goes back to the first one.
        var base: String?
        /// The commit at its end.
        var head: String

        /// The stretch as `git rev-list` takes it.
        var revisions: [String] { base.map { [head, "^\($0)"] } ?? [head] }
    }

    /// The stretch from a start to what is checked out; `nil` before the first commit.
    ///
    /// A moment stands for the commit that the branch was at by the dates of its commits, so that
    /// what was merged later counts even where it was written before.
    func stretch(since start: GitStart) async throws(GitObstacle) -> Stretch? {
        guard let head else { return nil }
        switch start {
        case .reference(let name):
            let found = try await commands.run([
                "rev-parse", "--verify", "--quiet", "--end-of-options", "\(name)^{commit}",
            ])
            guard found.exitCode == 0 else { throw .noCommit(name) }
            return Stretch(base: Self.word(found), head: head)
        case .moment(let moment):
            let seconds = Int(moment.timeIntervalSince1970)
            let found = Self.word(
                try await commands.output([
                    "rev-list", "-n", "1", "--first-parent", "--min-age=\(seconds)", head,
                ]))
            // The first commit of a shallow clone seems to add every file.
            if found.isEmpty, isShallow {
                throw .cutHistory("the clone is shallow; `git fetch --unshallow` brings it")
            }
            return Stretch(base: found.isEmpty ? nil : found, head: head)
        }
    }

    /// How many commits there are in a stretch.
    func commitCount(in stretch: Stretch) async throws(GitObstacle) -> Int {
        let answer = try await commands.output(
            ["rev-list", "--count"] + stretch.revisions + paths)
        guard let count = Int(Self.word(answer)) else { throw .other("counted no commits") }
        return count
    }

    /// The files that differ between the two ends of a stretch, by their paths in the repository.
    func changedFiles(in stretch: Stretch) async throws(GitObstacle) -> [String] {
        var base = stretch.base
        if base == nil {
            // Its name depends on the repository's hash; nothing is written without `-w`.
            base = Self.word(try await commands.output(["hash-object", "-t", "tree", "--stdin"]))
        }
        let answer = try await commands.output(
            [
                "diff-tree", "-r", "-z", "--name-only", "--no-renames", "--no-ext-diff",
                "--no-textconv", "--no-relative", "--ignore-submodules=dirty", base ?? "",
                stretch.head,
            ] + paths)
        return Self.items(answer)
    }

    /// A commit in a few words.
    struct Summary: Sendable, Hashable {
        /// The start of its name.
        var hash: String
        /// When it was made.
        var date: Date
        /// The first line of its message.
        var subject: String
    }

    /// The last commits of a stretch.
    func lastCommits(in stretch: Stretch, count: Int) async throws(GitObstacle) -> [Summary] {
        let answer = try await commands.output(
            [
                "log", "-z", "-n", "\(count)", "--no-follow", "--no-color", "--no-decorate",
                "--no-ext-diff", "--no-textconv", "--no-show-signature", "--encoding=UTF-8",
                "--format=%h%x1f%ct%x1f%s",
            ] + stretch.revisions + paths)
        return Self.items(answer).compactMap { item in
            let fields = item.split(
                separator: "\u{1F}", maxSplits: 2, omittingEmptySubsequences: false)
            guard fields.count == 3, let seconds = Double(fields[1]), seconds.isFinite
            else { return nil }
            return Summary(
                hash: String(fields[0]), date: Date(timeIntervalSince1970: seconds),
                subject: String(fields[2]))
        }
    }

    /// When and by which command the checked-out commit last became another one; `nil` where the
    /// repository keeps no record of it.
    func lastMove() async throws(GitObstacle) -> (date: Date, action: String)? {
        let answer = try await commands.output([
            "log", "-g", "-n", "1", "--no-color", "--no-show-signature", "--date=unix",
            "--format=%gd%x1f%gs", "HEAD",
        ])
        // `HEAD@{1700000000}` and `pull origin main: Fast-forward`; an address may stand there.
        let fields = Self.word(answer).split(separator: "\u{1F}")
        guard fields.count == 2, let seconds = Double(fields[0].filter(\.isNumber)),
            let action = fields[1].split(whereSeparator: { $0 == ":" || $0 == " " }).first
        else { return nil }
        return (Date(timeIntervalSince1970: seconds), PlainText.line(of: action))
    }

    /// The branch that is checked out; `nil` where a commit is instead.
    func branch() async throws(GitObstacle) -> String? {
        let answer = try await commands.run(["symbolic-ref", "--quiet", "--short", "HEAD"])
        return answer.exitCode == 0 ? Self.word(answer) : nil
    }

    /// How many commits the branch has that its upstream has not, and the other way round, as far
    /// as the last fetch knows.
    func distance() async throws(GitObstacle) -> (ahead: Int, behind: Int) {
        guard let branch = try await branch() else {
            throw .noUpstream("no branch is checked out, so there is no upstream")
        }
        let answer = try await commands.run([
            "rev-list", "--count", "--left-right", "@{upstream}...HEAD",
        ])
        let counts = Self.word(answer).split(separator: "\t").compactMap { Int($0) }
        guard answer.exitCode == 0, counts.count == 2 else {
            throw .noUpstream("the branch \(branch) has no upstream here")
        }
        return (counts[1], counts[0])
    }

    /// The first word of a line that git prints, up to its end.
    private static func word(_ result: CommandResult) -> String {
        String(result.output.prefix { $0 != "\n" && $0 != "\r\n" })
    }

    /// The texts of an output that ends each with a zero byte; a last one that was cut is dropped.
    static func items(_ result: CommandResult) -> [String] {
        var parts = result.standardOutput.split(separator: 0)
        if result.isTruncated { _ = parts.popLast() }
        return parts.map { String(decoding: $0, as: UTF8.self) }
    }
}

extension GitRepository {
    /// The tracked files that differ from what is checked out.
    ///
    /// To compare them, git may run the filters that the repository's own settings name; these are
    /// switched off. Submodules are not entered, for they have settings of their own.
    func uncommittedFiles() async throws(GitObstacle) -> [String] {
        let answer = try await commands.output(
            [
                "status", "--porcelain=v1", "-z", "--untracked-files=no", "--no-renames",
                "--ignore-submodules=dirty",
            ] + paths, settings: try await ownFiltersSwitchedOff())
        // Two letters and a blank stand before each path.
        return Self.items(answer).map { String($0.dropFirst(3)) }
    }

    /// The most filters of a repository that are switched off.
    private static let mostFilters = 100

    /// Settings that take from every filter of the repository's own settings its programs
    /// (gitattributes(5), filter).
    private func ownFiltersSwitchedOff() async throws(GitObstacle) -> [(String, String)] {
        let answer = try await commands.run([
            "config", "--show-scope", "--name-only", "-z", "--get-regexp", "^filter\\.",
        ])
        // 1 where no setting has such a name.
        if answer.exitCode == 1 { return [] }
        guard answer.exitCode == 0 else { throw GitObstacle(answer, directory: commands.name) }
        let items = Self.items(answer)
        var names: Set<String> = []
        for (scope, key) in zip(items, items.dropFirst()) where scope != "global" {
            guard key.hasPrefix("filter."), let end = key.lastIndex(of: ".") else { continue }
            names.insert(String(key[..<end]))
        }
        guard !answer.isTruncated, names.count <= Self.mostFilters else {
            throw .other("its settings name too many filters to look at files safely")
        }
        return names.sorted().flatMap { name in
            [("\(name).clean", ""), ("\(name).process", ""), ("\(name).required", "false")]
        }
    }
}
