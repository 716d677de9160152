import Machine

/// Runs the system's `git` on a repository that nobody vouches for: read-only, without a network
/// and without running any program that the repository's own settings name.
struct GitCommands: Sendable {
    private let directory: String
    /// The folder as the line names it.
    let name: String
    private let world: World
    private let limit: Duration
    /// The uptime at which all must be done.
    private let end: Duration

    /// Prepares questions about the repository around a folder, all together within the limit.
    init(_ name: String, in world: World, within limit: Duration) {
        self.name = name
        self.world = world
        self.limit = limit
        directory = world.absolutePath(name)
        end = world.clock.uptime + limit
    }

    /// Runs a command of git.
    ///
    /// - Parameters:
    ///   - arguments: The command and its words.
    ///   - settings: Settings that hold for this run beside the usual ones, by name.
    /// - Throws: ``GitObstacle`` where git could not be run or did not end in time. A failure of
    ///   its own is a result.
    func run(
        _ arguments: [String], settings: [(name: String, value: String)] = []
    ) async throws(GitObstacle) -> CommandResult {
        let remaining = end - world.clock.uptime
        guard remaining > .zero else { throw .tooSlow(limit) }
        var environment = Self.environment
        for (key, value) in Self.variables(of: settings, inherited: world.environment) {
            environment[key] = value
        }
        let redirecting = Self.redirectingVariables.filter { world.environment[$0] != nil }
        let words = Self.options + ["-C", directory] + arguments
        // A hook of git that runs this would lead every git below to the hook's own repository.
        let command =
            redirecting.isEmpty
            ? Command("git", words, environment: environment, timeout: remaining)
            : Command(
                "env", redirecting.flatMap { ["-u", $0] } + ["git"] + words,
                environment: environment, timeout: remaining)
        do {
            return try await world.commands.run(command)
        } catch .timedOut {
            throw .tooSlow(limit)
        } catch {
            throw .noProgram(error.summary)
        }
    }

    /// What git prints, where it succeeds.
    ///
    /// - Throws: ``GitObstacle``, also for what git itself reports.
    func output(
        _ arguments: [String], settings: [(name: String, value: String)] = []
    ) async throws(GitObstacle) -> CommandResult {
        let result = try await run(arguments, settings: settings)
        guard result.exitCode == 0 else { throw GitObstacle(result, directory: name) }
        return result
    }

    /// Settings that would run programs, switched off (git-config(1); a `-c` goes before every
    /// file). `git status` asks a file system monitor and may run hooks, `git log` may call GnuPG.
    private static let options = [
        "--no-pager", "--no-optional-locks", "-c", "core.fsmonitor=false",
        "-c", "core.hooksPath=/dev/null", "-c", "log.showSignature=false", "-c", "diff.external=",
    ]

    /// Variables of git(1): no questions, no transport of any kind, not even to fetch what a partial
    /// clone left behind, messages in English, and path patterns as they are given.
    private static let environment = [
        "GIT_TERMINAL_PROMPT": "0", "GIT_OPTIONAL_LOCKS": "0", "GIT_ALLOW_PROTOCOL": "none",
        "GIT_NO_LAZY_FETCH": "1", "GIT_PAGER": "cat", "GIT_LITERAL_PATHSPECS": "0",
        "GIT_GLOB_PATHSPECS": "0", "GIT_NOGLOB_PATHSPECS": "0", "GIT_ICASE_PATHSPECS": "0",
        "LC_ALL": "C",
    ]

    /// Variables that lead to another repository than the one around the folder
    /// (`git rev-parse --local-env-vars`, without the settings among them).
    private static let redirectingVariables = [
        "GIT_ALTERNATE_OBJECT_DIRECTORIES", "GIT_OBJECT_DIRECTORY", "GIT_DIR", "GIT_WORK_TREE",
        "GIT_GRAFT_FILE", "GIT_INDEX_FILE", "GIT_NAMESPACE", "GIT_PREFIX", "GIT_SHALLOW_FILE",
        "GIT_COMMON_DIR",
    ]

    /// Settings as variables, behind those that the environment already brings; unlike `-c` they may
    /// have any sign in their names (git-config(1), GIT_CONFIG_COUNT).
    private static func variables(
        of settings: [(name: String, value: String)], inherited: [String: String]
    ) -> [String: String] {
        if settings.isEmpty { return [:] }
        let first = max(0, inherited["GIT_CONFIG_COUNT"].flatMap { Int($0) } ?? 0)
        guard first < 1000 else { return [:] }
        var variables = ["GIT_CONFIG_COUNT": "\(first + settings.count)"]
        for (offset, setting) in settings.enumerated() {
            variables["GIT_CONFIG_KEY_\(first + offset)"] = setting.name
            variables["GIT_CONFIG_VALUE_\(first + offset)"] = setting.value
        }
        return variables
    }
}
