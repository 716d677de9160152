import Foundation

extension GitProbe {
    /// How many commits are kept.
    private static let capturedCommits = 10
    /// How many files are listed.
    private static let capturedFiles = 200

    /// The branch, the last commits, the files that they changed, and those that differ from what is
    /// checked out.
    public func capture(_ request: ProbeRequest, in context: ProbeContext) async -> Capture {
        if let mistake = mistake(in: request.subject) { return .missing(mistake) }
        let commands = GitCommands(request.subject, in: context.world, within: request.timeout)
        do {
            let repository = try await GitRepository(commands, paths: request.values(of: "path"))
            let branch = try await repository.branch() ?? "none, a commit is checked out"
            var lines = ["branch: \(branch)", "", "last commits:"]
            if let head = repository.head {
                let all = GitRepository.Stretch(base: nil, head: head)
                for commit in try await repository.lastCommits(
                    in: all, count: Self.capturedCommits)
                {
                    let date = commit.date.formatted(.iso8601)
                    lines.append("  \(commit.hash) \(date) \(commit.subject)")
                }
                lines += ["", "changed in the last commit:"]
                lines += Self.listed(try await repository.filesOfLastCommit())
            }
            lines += ["", "changed and not committed:"]
            return .lines(lines + Self.listed(try await repository.uncommittedFiles()))
        } catch {
            return .missing(error.summary)
        }
    }

    private static func listed(_ files: [String]) -> [String] {
        let more = files.count - capturedFiles
        return files.prefix(capturedFiles).map { "  \($0)" }
            + (more > 0 ? ["  and \(more) more"] : files.isEmpty ? ["  nothing"] : [])
    }
}

extension GitRepository {
    /// The files that the last commit changed; none where its parent is not here.
    fileprivate func filesOfLastCommit() async throws(GitObstacle) -> [String] {
        guard let stretch = try? await stretch(since: .reference("HEAD~1")) else { return [] }
        return try await changedFiles(in: stretch)
    }
}
