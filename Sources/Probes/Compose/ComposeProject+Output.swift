import Machine

extension ComposeProject {
    /// What compose prints for a command that only looks, such as `ps` or `config`; asked anew each
    /// time.
    ///
    /// - Parameters:
    ///   - arguments: The command and its words.
    ///   - limit: The most bytes that are kept.
    /// - Throws: ``ComposeFailure``, also for what compose itself reports.
    public func output(
        of arguments: [String], limit: Int
    ) async throws(ComposeFailure) -> CommandResult {
        let (result, _) = try await commands.ask(
            arguments,
            old: Command(
                "docker-compose", arguments, timeout: commands.patience.timeout, outputLimit: limit),
            outputLimit: limit)
        guard result.exitCode == 0 else { throw commands.failure(of: result) }
        return result
    }

    /// The last lines that a service has logged, with the engine's times in front.
    ///
    /// - Throws: ``ComposeFailure``; a service that has no container has no log.
    public func lastLines(
        of service: String, count: Int, limit: Int
    ) async throws(ComposeFailure) -> CommandResult {
        // It would be taken for an option.
        guard !service.hasPrefix("-") else { throw .other("'\(service)' is no service's name") }
        let own = try await containers().filter { $0.service == service }
        guard !own.isEmpty else { throw .other("\(service) was never created, so it has no log") }
        return try await output(
            of: [
                "logs", "--no-color", "--no-log-prefix", "--timestamps", "--tail", "\(count)",
                service,
            ], limit: limit)
    }
}
