import Machine
import Synchronization

/// The programs that ``ComposeProject`` asks, each bounded and run in the project's folder.
final class ComposeCommands: Sendable {
    /// The project's folder; `nil` where there is none.
    let location: String?

    /// The outside.
    let world: World
    /// Whether `docker compose` turned out not to be there.
    private let isPluginMissing = Mutex(false)
    private let standaloneVersion: SharedAnswer<Result<Int, ComposeFailure>>

    /// How long each of them may take.
    let patience = ComposePatience()
    /// The bound on what `docker inspect` prints, some 20 KB a container.
    private static let inspectLimit = 16 << 20

    /// Looks for the project's folder; runs nothing yet.
    init(world: World) {
        self.world = world
        location = ComposeLocation.directory(in: world)
        standaloneVersion = SharedAnswer { await Self.standaloneVersion(in: world) }
    }

    /// Asks what the compose file declares.
    func configuration() async throws(ComposeFailure) -> ComposeConfiguration {
        let (result, isOld) = try await ask(
            ["config", "--format", "json"],
            old: Command("docker-compose", ["config", "--services"], timeout: patience.timeout))
        guard result.exitCode == 0 else { throw invalid(result) }
        if isOld {
            return ComposeConfiguration(name: oldProjectName, serviceList: result.output)
        }
        guard let configuration = ComposeConfiguration(json: result.standardOutput) else {
            throw .other("`docker compose config` printed no JSON")
        }
        return configuration
    }

    /// Asks for the project's containers, stopped ones too.
    func containers() async throws(ComposeFailure) -> [ComposeContainer] {
        let filter = "label=com.docker.compose.project=\(oldProjectName)"
        let (result, _) = try await ask(
            ["ps", "--all", "--format", "json"],
            // Version 1 of compose has no JSON, but the engine's own list has its labels.
            old: Command(
                "docker",
                ["ps", "--all", "--no-trunc", "--filter", filter, "--format", "{{json .}}"],
                timeout: patience.timeout))
        guard result.exitCode == 0 else { throw failure(of: result) }
        guard let containers = ComposeContainer.list(json: result.standardOutput) else {
            throw .other("`docker compose ps` printed no JSON")
        }
        return containers.filter { !$0.isOneOff }
    }

    /// Asks the engine for more about containers; one that is gone meanwhile is left out.
    func details(of ids: [String]) async throws(ComposeFailure) -> [ContainerDetails] {
        if ids.isEmpty { return [] }
        let command = Command(
            "docker", ["inspect", "--type", "container"] + ids, timeout: patience.timeout,
            outputLimit: Self.inspectLimit)
        let result: CommandResult
        do { result = try await run(command) } catch .noComposeTool {
            throw .other("docker itself is not installed here")
        }
        let details = ContainerDetails.list(json: result.standardOutput)
        if details.isEmpty, result.exitCode != 0 { throw failure(of: result) }
        return details
    }

    /// Asks for the last log lines of a service.
    func logs(of service: String, tail: Int) async throws(ComposeFailure) -> [String] {
        let (result, isOld) = try await ask(
            ["logs", "--no-color", "--no-log-prefix", "--tail", "\(tail)", service],
            old: Command(
                "docker-compose", ["logs", "--no-color", "--tail", "\(tail)", service],
                timeout: patience.timeout))
        guard result.exitCode == 0 else { throw failure(of: result) }
        let lines = PlainText.lines(of: result.output, last: tail + (isOld ? 1 : 0))
        return isOld ? lines.filter { !$0.hasPrefix("Attaching to") } : lines
    }

    /// Asks a service's container for its environment.
    func environment(of service: String) async throws(ComposeFailure) -> [String: String] {
        let separated = try await execute(service, ["env", "-0"], timeout: patience.timeout)
        if separated.exitCode == 0 {
            return ContainerEnvironment.values(zeroSeparated: separated.standardOutput)
        }
        let lines = try await execute(service, ["env"], timeout: patience.timeout)
        if lines.exitCode == 0 { return ContainerEnvironment.values(lines: lines.standardOutput) }
        throw .notRunning(service: service, "has no program `env` to ask")
    }

    /// Runs a program in the container of a service, with variables that no command line shows.
    ///
    /// `-e NAME` without a value passes on the one that compose itself finds in its environment.
    func execute(
        _ service: String, _ arguments: [String], directory: String? = nil,
        environment: [String: String] = [:], timeout: Duration
    ) async throws(ComposeFailure) -> CommandResult {
        // It would be taken for an option.
        guard !service.hasPrefix("-") else { throw .other("'\(service)' is no service's name") }
        let options =
            (directory.map { ["-w", $0] } ?? []) + environment.keys.sorted().flatMap { ["-e", $0] }
        let words = ["exec", "-T"] + options + [service] + arguments
        let old = Command("docker-compose", words, environment: environment, timeout: timeout)
        let (result, _) = try await ask(
            words, environment: environment, old: old, timeout: timeout)
        if result.exitCode != 0, let state = Self.reasonNotRunning(in: result.errorOutput) {
            throw .notRunning(service: service, state)
        }
        if result.exitCode != 0, case .noEngine(let detail) = failure(of: result) {
            throw .noEngine(detail)
        }
        return result
    }
}

extension ComposeCommands {
    /// Runs compose, the plugin where it is there, else the standalone program.
    ///
    /// Trying the plugin with the command itself saves asking for its version first.
    ///
    /// - Returns: What it printed, and whether it was version 1, which runs `old`.
    func ask(
        _ arguments: [String], environment: [String: String] = [:], old: Command,
        timeout: Duration? = nil, outputLimit: Int = Command.defaultOutputLimit
    ) async throws(ComposeFailure) -> (result: CommandResult, isOld: Bool) {
        guard location != nil else { throw .noProject(searchedFrom: world.workingDirectory) }
        let timeout = timeout ?? patience.timeout
        if !isPluginMissing.withLock({ $0 }) {
            let command = Command(
                "docker", ["compose"] + arguments, environment: environment, timeout: timeout,
                outputLimit: outputLimit)
            do {
                let result = try await run(command)
                if !Self.lacksPlugin(result) { return (result, false) }
            } catch .noComposeTool {}
            isPluginMissing.withLock { $0 = true }
        }
        guard let version = await standaloneVersion.value() else { throw .other("it was stopped") }
        let isOld = try version.get() < 2
        let current = Command(
            "docker-compose", arguments, environment: environment, timeout: timeout,
            outputLimit: outputLimit)
        return (try await run(isOld ? old : current), isOld)
    }

    /// Runs a program in the project's folder.
    func run(_ command: Command) async throws(ComposeFailure) -> CommandResult {
        var command = command
        command.directory = location
        do { return try await world.commands.run(command) } catch { throw ComposeFailure(error) }
    }

    /// Whether docker itself rejected the words, which it does with a pointer to its own help.
    private static func lacksPlugin(_ result: CommandResult) -> Bool {
        result.exitCode != 0 && result.errorOutput.contains("docker --help'")
    }

    private static func standaloneVersion(in world: World) async -> Result<Int, ComposeFailure> {
        do {
            let result = try await world.commands.run(
                Command("docker-compose", ["version", "--short"], timeout: ComposePatience.usual))
            let digits = result.output.drop { !$0.isNumber }.prefix { $0.isNumber }
            return .success(Int(digits) ?? 2)
        } catch {
            return .failure(ComposeFailure(error))
        }
    }

    /// What a program of the engine or of compose reported.
    func failure(of result: CommandResult) -> ComposeFailure {
        ComposeFailure(
            readFrom: result.errorOutput, searchedFrom: world.workingDirectory)
    }

    /// Reading a configuration needs no engine, so that what else goes wrong is the file's fault.
    private func invalid(_ result: CommandResult) -> ComposeFailure {
        let failure = failure(of: result)
        if case .other(let message) = failure { return .invalidFile(message) }
        return failure
    }

    /// The state of the container as compose or the engine words it, where that is why.
    private static func reasonNotRunning(in text: String) -> String? {
        let line = PlainText.line(of: text.split(whereSeparator: \.isNewline).last ?? "")
        if line.hasPrefix("service \""), line.hasSuffix("is not running") {
            return "is not running"
        }
        guard line.contains("Container ") else { return nil }
        if line.contains("is restarting") { return "is restarting" }
        if line.contains("is paused") { return "is paused" }
        return line.contains("is not running") ? "is not running" : nil
    }

    /// The project's name by the rules of version 1: `COMPOSE_PROJECT_NAME` or the folder's name
    /// in lower case without other signs than letters, digits, `-` and `_`.
    private var oldProjectName: String {
        let folder = location?.split(separator: "/").last.map(String.init) ?? ""
        let given = world.environment["COMPOSE_PROJECT_NAME"].flatMap { $0.isEmpty ? nil : $0 }
        return String(
            (given ?? folder).lowercased().filter {
                $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-" || $0 == "_")
            })
    }
}
