import Logs
import Machine

/// The last lines of a service's log.
public struct ServiceLog: Sendable, Hashable {
    /// The lines, each with the engine's time in front.
    public var bytes: [UInt8]
    /// Whether older lines of the time that was asked for were left out.
    public var lacksOldest: Bool
    /// Whether newer ones were, which happens only where single lines are huge.
    public var lacksNewest: Bool

    /// Makes a log.
    public init(bytes: [UInt8], lacksOldest: Bool = false, lacksNewest: Bool = false) {
        self.bytes = bytes
        self.lacksOldest = lacksOldest
        self.lacksNewest = lacksNewest
    }
}

extension ComposeCommands {
    /// The most lines that are asked of each container of a service.
    static let mostLogLines = 50_000
    /// The most bytes of a service's log that are kept.
    static let logLimit = 16 << 20
    /// How often fewer lines are asked for when those are too long.
    private static let logAttempts = 3

    /// Asks for what a service has logged in the last seconds.
    ///
    /// The engine counts from the end of the log, so that a service that floods costs no more than
    /// what is kept. Version 1 of compose knows no `--since`.
    func log(of service: String, seconds: Int) async throws(ComposeFailure) -> ServiceLog {
        var tail = Self.mostLogLines
        for attempt in 1...Self.logAttempts {
            let result = try await log(of: service, seconds: seconds, tail: tail)
            let count = LogLines.count(in: result.standardOutput)
            guard result.isTruncated, attempt < Self.logAttempts, count > 1 else {
                return ServiceLog(
                    bytes: result.standardOutput,
                    lacksOldest: count >= tail || tail < Self.mostLogLines,
                    lacksNewest: result.isTruncated)
            }
            tail = count / 2
        }
        return ServiceLog(bytes: [], lacksOldest: true, lacksNewest: true)
    }

    private func log(
        of service: String, seconds: Int, tail: Int
    ) async throws(ComposeFailure) -> CommandResult {
        let common = ["logs", "--no-color", "--timestamps", "--tail", "\(tail)"]
        let (result, _) = try await ask(
            common + ["--no-log-prefix", "--since", "\(seconds)s", service],
            old: Command(
                "docker-compose", common + [service], timeout: patience.timeout,
                outputLimit: Self.logLimit),
            outputLimit: Self.logLimit)
        guard result.exitCode == 0 else { throw failure(of: result) }
        // Compose only warns of it, and prints nothing.
        if result.standardOutput.isEmpty, result.errorOutput.contains("does not support reading") {
            throw .other("the logging driver of \(service) keeps nothing that could be read")
        }
        return result
    }
}
