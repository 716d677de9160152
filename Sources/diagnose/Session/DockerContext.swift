import Machine

/// Runs programs so that docker, whoever calls it, asks one of its contexts.
///
/// The name goes by the environment, so that a script that `fix` or an `exec` line runs means the
/// same engine as the probes. `DOCKER_HOST` would outdo `DOCKER_CONTEXT`, and empty counts as not
/// set ("docker context", docs.docker.com/engine/manage-resources/contexts).
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
        command.environment.merge(["DOCKER_CONTEXT": name, "DOCKER_HOST": ""]) { _, new in new }
        return command
    }
}
