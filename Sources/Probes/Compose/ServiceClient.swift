import Machine

/// Runs a service's own client in its container, and tells whose fault it is where that fails.
///
/// All steps together keep one bound in time. What a client does in the container goes on when it
/// is given up here, for the engine tells it nothing: a client that can must be told the bound too.
struct ServiceClient: Sendable {
    /// The service.
    let service: String
    private let context: ProbeContext
    private let timeout: Duration
    private let deadline: Duration

    /// Prepares a client, its time running from now on.
    init(of service: String, in context: ProbeContext, timeout: Duration) {
        self.service = service
        self.context = context
        self.timeout = timeout
        deadline = context.world.clock.uptime + timeout
    }

    /// How much of the time is left.
    var remaining: Duration { max(.zero, deadline - context.world.clock.uptime) }

    /// The environment of the service's container, the declared one where that can't be asked;
    /// its secrets are hidden from now on.
    func environment() async throws(ServiceTrouble) -> [String: String] {
        if let mistake = ServiceName.mistake(in: service) { throw .unknown(mistake) }
        var values: [String: String] = [:]
        do {
            values = try await runningValues()
        } catch {
            guard case .notRunning = error else { throw .unknown(error.summary) }
            let declared = (try? await context.compose.configuration())?.services[service]
            if declared == nil { _ = try await ServiceContainers.sights(of: service, in: context) }
            // The container may only lack `env`; whether it runs is told by what is asked next.
            values = (declared?.environment ?? [:]).compactMapValues { $0 }
        }
        context.redactor.learn(values)
        return values
    }

    private func runningValues() async throws(ComposeFailure) -> [String: String] {
        let (service, compose) = (service, context.compose)
        // A hanging engine must leave time to say so.
        let answer = await context.world.clock.result(within: timeout * 3 / 4) {
            await Result { () async throws(ComposeFailure) in
                try await compose.environment(of: service)
            }
        }
        guard let answer else { throw .timedOut("`docker compose exec` took too long") }
        return try answer.get()
    }

    /// Runs the client; a non-zero exit of its own is a result.
    ///
    /// - Parameters:
    ///   - arguments: The program and its arguments.
    ///   - environment: Variables for it, whose values stand on no command line.
    func run(
        _ arguments: [String], environment: [String: String] = [:]
    ) async throws(ServiceTrouble) -> CommandResult {
        if let mistake = ServiceName.mistake(in: service) { throw .unknown(mistake) }
        guard remaining > .zero else {
            throw .unknown("there was no time left to ask \(service) within \(timeout.shortText)")
        }
        let result: CommandResult
        do throws(ComposeFailure) {
            result = try await context.compose.execute(
                service, arguments, environment: environment, timeout: remaining)
        } catch .timedOut {
            throw .failed("\(service) did not answer within \(timeout.shortText)")
        } catch .notRunning(let service, let state) {
            throw await stopped(.notRunning(service: service, state))
        } catch {
            throw .unknown(error.summary)
        }
        if let program = arguments.first, let trouble = trouble(running: program, result) {
            throw trouble
        }
        return result
    }

    /// What is said of a container that can't run anything, with how it came to that.
    private func stopped(_ failure: ComposeFailure) async -> ServiceTrouble {
        do {
            let sights = try await ServiceContainers.sights(of: service, in: context)
            let broken = sights.first { $0.state != "running" && $0.state != "paused" }
            return .failed(failure.summary + (broken.map { ": \($0.description)" } ?? ""))
        } catch {
            return error
        }
    }

    /// What runc says where it can't start a program, which it tells with 126 or 127 on either of
    /// the two outputs; `nil` where it could.
    private func trouble(running program: String, _ result: CommandResult) -> ServiceTrouble? {
        guard result.exitCode == 126 || result.exitCode == 127 else { return nil }
        let lines = (result.output + "\n" + result.errorOutput).split(whereSeparator: \.isNewline)
        guard let line = lines.first(where: { $0.contains("exec failed") }) else { return nil }
        if line.contains("executable file not found") || line.contains("no such file or directory")
        {
            return .noProgram(program, service: service)
        }
        let words = PlainText.line(of: line, limit: PlainText.shownLine)
        return .unknown("the container of \(service) can't run \(program): \(words)")
    }
}
