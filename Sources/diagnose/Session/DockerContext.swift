import Machine

/// Runs programs with every question to docker put to one of its contexts.
///
/// `docker --context` outdoes `DOCKER_HOST`; compose as a program of its own takes the context from
/// the environment ("docker context", docs.docker.com/engine/manage-resources/contexts).
struct DockerContext: CommandRunner {
    private let name: String
    private let runner: any CommandRunner

    /// A runner that asks a context.
    ///
    /// - Throws: ``UsageError`` for a name that docker would take for something else.
    init(_ name: String, asking runner: any CommandRunner) throws(UsageError) {
        let isName = name.first.map { $0.isLetter || $0.isNumber } ?? false
        guard isName, !name.contains(where: \.isWhitespace) else {
            throw .invalidValue(.dockerContext, value: name, wants: "the name of a docker context")
        }
        self.name = name
        self.runner = runner
    }

    func run(_ command: Command) async throws(CommandFailure) -> CommandResult {
        try await runner.run(directed(command))
    }

    func stream(
        _ command: Command, _ body: @escaping @Sendable ([UInt8]) -> Bool
    ) async throws(CommandFailure) -> CommandResult {
        try await runner.stream(directed(command), body)
    }

    func isInstalled(_ program: String) -> Bool { runner.isInstalled(program) }

    /// The command with the context named.
    func directed(_ command: Command) -> Command {
        var command = command
        switch command.program {
        case "docker": command.arguments = ["--context", name] + command.arguments
        case "docker-compose":
            // Empty counts as not set.
            command.environment.merge(["DOCKER_CONTEXT": name, "DOCKER_HOST": ""]) { _, new in new }
        default: break
        }
        return command
    }
}
