import Machine

/// Redis's or Valkey's own client in the container of a service.
struct RedisClient: Sendable {
    private let request: ProbeRequest
    private let service: ServiceClient

    /// The programs that can be it, the usual one first.
    private static let programs = ["redis-cli", "valkey-cli"]

    /// The variables that images and people make a server's password by.
    private static let passwordNames = [
        "REDISCLI_AUTH", "REDIS_PASSWORD", "REDIS_PASS", "REDIS_AUTH", "VALKEY_PASSWORD",
        "VALKEYCLI_AUTH",
    ]

    init(_ request: ProbeRequest, in context: ProbeContext) {
        self.request = request
        service = ServiceClient(of: request.subject, in: context, timeout: request.timeout)
    }

    /// Asks the commands one after the other.
    ///
    /// - Returns: What was printed to each, in order, or why nothing was.
    func outputs(
        of commands: [RedisCommand]
    ) async throws(RedisTrouble) -> [Result<String, RedisTrouble>] {
        let environment = try await self.environment()
        let database = try self.database()
        var outputs: [Result<String, RedisTrouble>] = []
        for command in commands {
            do {
                let result = try await run(
                    ["--no-auth-warning", "--no-raw"] + database + command.words, environment)
                outputs.append(Self.output(of: result))
            } catch {
                outputs.append(.failure(.service(error)))
            }
        }
        return outputs
    }

    /// The password goes into the variable that the client itself looks into.
    private func environment() async throws(RedisTrouble) -> [String: String] {
        let known: [String: String]
        do { known = try await service.environment() } catch { throw .service(error) }
        // A variable that stands for nothing, as where there is no password, gives none.
        let words = [request.option("password")] + Self.passwordNames.map { known[$0] }
        guard let password = words.lazy.compactMap({ $0 }).first(where: { !$0.isEmpty }) else {
            return [:]
        }
        return ["REDISCLI_AUTH": password, "VALKEYCLI_AUTH": password]
    }

    private func database() throws(RedisTrouble) -> [String] {
        guard let text = request.option("database") else { return [] }
        // The client takes what is no number for 0.
        guard let number = Int(text), number >= 0 else {
            throw .unknown("database= is a number, not '\(text)'")
        }
        return ["-n", "\(number)"]
    }

    private func run(
        _ arguments: [String], _ environment: [String: String]
    ) async throws(ServiceTrouble) -> CommandResult {
        var missing: ServiceTrouble?
        for program in Self.programs {
            do {
                return try await service.run([program] + arguments, environment: environment)
            } catch {
                guard case .noProgram = error else { throw error }
                missing = missing ?? error
            }
        }
        throw missing ?? .unknown("no client is known")
    }

    /// What the client printed, unless it could not ask or the server refused.
    ///
    /// An error of the server leaves the exit code at 0; what happened before the command itself
    /// stands on standard error.
    private static func output(of result: CommandResult) -> Result<String, RedisTrouble> {
        let notes = result.errorOutput.split(whereSeparator: \.isNewline)
            .map { PlainText.line(of: $0) }
        // "Could not connect to Redis at 127.0.0.1:6379: Connection refused"
        if let line = notes.first(where: { $0.contains("Could not connect") }) {
            return .failure(.failed("redis did not answer: \(line)"))
        }
        // "SELECT 99 failed: ERR DB index is out of range"; the command then ran in database 0.
        if let line = notes.first(where: { $0.hasPrefix("SELECT ") && $0.contains("failed") }) {
            return .failure(.failed("redis has no such database: \(line)"))
        }
        let refusal = notes.lazy.compactMap(refusedPassword).first
        if case .error(let error) = RedisReply(result.output) {
            return .failure(RedisTrouble(error: error, refusal: refusal))
        }
        // To INFO errors are printed as they are.
        if bareErrors.contains(String(result.output.prefix { $0 != " " })) {
            return .failure(
                RedisTrouble(error: PlainText.line(of: result.output), refusal: refusal))
        }
        if result.exitCode == 0 { return .success(result.output) }
        // With 128 and more the client was ended, as for want of memory in the container.
        let words = notes.first ?? "it printed nothing"
        return .failure(.unknown("redis-cli ended with \(result.exitCode): \(words)"))
    }

    private static let bareErrors: Set<String> = ["NOAUTH", "NOPERM", "BUSY", "LOADING"]

    /// "AUTH failed: WRONGPASS invalid username-password pair or user is disabled."
    private static func refusedPassword(_ line: String) -> String? {
        line.firstRange(of: "AUTH failed: ").map { found in
            let words = line[found.upperBound...]
            return String(words.hasPrefix("WRONGPASS ") ? words.dropFirst(10) : words)
        }
    }
}
