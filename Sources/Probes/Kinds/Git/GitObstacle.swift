import Machine

/// Why git could not tell; none of it is a fault of the system under suspicion.
enum GitObstacle: Error, Sendable, Hashable {
    /// The program is not here or can't be run, and why.
    case noProgram(String)
    /// It did not end in time.
    case tooSlow(Duration)
    /// The folder is in no repository.
    case noRepository(String)
    /// The folder is not there, or git can't go there, in its own words.
    case noDirectory(String, String)
    /// Another user owns the repository, so that git does not trust it.
    case foreign(String)
    /// The repository holds files of its own only.
    case noWorkingTree
    /// No branch of another repository belongs to this one.
    case noUpstream(String)
    /// The history that is needed is not here, and why.
    case cutHistory(String)
    /// The word names no commit here.
    case noCommit(String)
    /// Something else, in git's own words.
    case other(String)

    /// Reads what git wrote as it failed (messages of git 2.30 to 2.39, in English).
    init(_ result: CommandResult, directory: String) {
        let lines = PlainText.lines(of: result.errorOutput, last: 50)
        let line = lines.first { $0.hasPrefix("fatal: ") } ?? lines.last ?? ""
        let words = line.hasPrefix("fatal: ") ? String(line.dropFirst(7)) : line
        if words.hasPrefix("not a git repository") {
            self = .noRepository(directory)
        } else if words.hasPrefix("detected dubious ownership")
            || words.hasPrefix("unsafe repository")
        {
            let exception = lines.first { $0.contains("--add safe.directory") }
            let folder = exception?.split(separator: " ").last.map(String.init)
            self = .foreign(folder ?? directory)
        } else if words.hasPrefix("cannot change to") {
            let reason = words.split(separator: ":").last.map { PlainText.line(of: $0) }
            self = .noDirectory(directory, reason ?? words)
        } else if words.contains("must be run in a work tree") {
            self = .noWorkingTree
        } else if lines.contains(where: Self.speaksOfTransport) {
            self = .cutHistory("in a partial clone git would have to fetch it")
        } else if result.exitCode == 127, words.contains("git") {
            self = .noProgram("git is not installed here")
        } else {
            self = .other(PlainText.line(of: words, limit: PlainText.shownLine))
        }
    }

    /// What remains of an attempt to fetch what a partial clone has not.
    private static func speaksOfTransport(_ line: String) -> Bool {
        line.contains("not allowed") && line.contains("transport")
            || line.contains("promisor remote") || line.contains("lazy fetching disabled")
    }

    /// The reason in a few words, with what to do where that is known.
    var summary: String {
        switch self {
        case .noProgram(let reason): reason
        case .tooSlow(let limit): "git did not finish within \(limit.shortText)"
        case .noRepository(let directory): "\(directory) is in no git repository"
        case .noDirectory(let directory, let reason): "\(directory): \(reason)"
        case .foreign(let directory):
            "git trusts no repository of another user: run this as the owner of \(directory), or "
                + "`git config --global --add safe.directory \(directory)`"
        case .noWorkingTree: "the repository has no working tree"
        case .noUpstream(let reason): reason
        case .cutHistory(let reason): "the history needed is not here: \(reason)"
        case .noCommit(let word): "'\(word)' names no commit here"
        case .other(let words): words.isEmpty ? "git failed without a word" : "git: \(words)"
        }
    }
}
