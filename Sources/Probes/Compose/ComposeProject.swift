import Foundation
import Machine

/// The compose project around the working directory, each thing asked at most once a run.
///
/// Whoever asks first starts the program; all others wait for the same answer. An answer that
/// everyone stopped waiting for is given up and may be asked for again.
public actor ComposeProject {
    /// The programs that it asks.
    let commands: ComposeCommands
    private let declared: SharedAnswer<Result<ComposeConfiguration, ComposeFailure>>
    private let running: SharedAnswer<Result<[ComposeContainer], ComposeFailure>>
    private let inspected: SharedAnswer<Result<[ContainerDetails], ComposeFailure>>
    private let measured: SharedAnswer<Result<[ContainerStatistics], ComposeFailure>>
    private var environmentAnswers:
        [String: SharedAnswer<Result<[String: String], ComposeFailure>>] =
            [:]
    private var pastAnswers: [PastRequest: SharedAnswer<Result<ServiceLog, ComposeFailure>>] = [:]
    private var logAnswers: [LogRequest: SharedAnswer<Result<[String], ComposeFailure>>] = [:]

    /// Makes the project of a world; nothing is asked yet.
    public init(world: World) {
        let commands = ComposeCommands(world: world)
        let running = SharedAnswer {
            await Result { () async throws(ComposeFailure) in
                try await commands.containers()
            }
        }
        self.commands = commands
        self.running = running
        declared = SharedAnswer {
            await Result { () async throws(ComposeFailure) in
                try await commands.configuration()
            }
        }
        inspected = SharedAnswer {
            await Result { () async throws(ComposeFailure) in
                let containers = try await Self.value(of: running)
                return try await commands.details(of: containers.map(\.id))
            }
        }
        measured = SharedAnswer {
            await Result { () async throws(ComposeFailure) in
                let containers = try await Self.value(of: running)
                return try await commands.statistics(
                    of: containers.filter { $0.state == "running" || $0.state == "paused" }
                        .map(\.id))
            }
        }
    }

    /// Lets programs take longer than usual where a probe may.
    ///
    /// - Parameter timeout: The probe's.
    public nonisolated func allow(for timeout: Duration) { commands.patience.allow(for: timeout) }

    /// What the compose file declares, from `docker compose config`; no engine is needed for it.
    public func configuration() async throws(ComposeFailure) -> ComposeConfiguration {
        try await Self.value(of: declared)
    }

    /// The project's containers, stopped ones too, those of `docker compose run` left out.
    public func containers() async throws(ComposeFailure) -> [ComposeContainer] {
        try await Self.value(of: running)
    }

    /// What the engine knows beyond ``containers()``, from one `docker inspect` for all.
    public func details() async throws(ComposeFailure) -> [ContainerDetails] {
        try await Self.value(of: inspected)
    }

    /// What the running containers use, from one `docker stats` for all.
    func statistics() async throws(ComposeFailure) -> [ContainerStatistics] {
        try await Self.value(of: measured)
    }

    /// The processes in a container as the engine's machine sees them.
    func processes(in container: ComposeContainer) async throws(ComposeFailure) -> ProcessList {
        try await commands.processes(in: container.id)
    }

    /// The last log lines of a service, colours and control characters taken out.
    public func logs(of service: String, tail: Int) async throws(ComposeFailure) -> [String] {
        let request = LogRequest(service: service, tail: tail)
        let commands = commands
        let answer =
            logAnswers[request]
            ?? SharedAnswer {
                await Result { () async throws(ComposeFailure) in
                    try await commands.logs(of: service, tail: tail)
                }
            }
        logAnswers[request] = answer
        return try await Self.value(of: answer)
    }

    /// What a service has logged in the last seconds, as far as bounds allow, with the engine's
    /// times.
    public func log(
        of service: String, seconds: Int
    ) async throws(ComposeFailure) -> ServiceLog {
        let request = PastRequest(service: service, seconds: seconds)
        let commands = commands
        let answer =
            pastAnswers[request]
            ?? SharedAnswer {
                await Result { () async throws(ComposeFailure) in
                    try await commands.log(of: service, seconds: seconds)
                }
            }
        pastAnswers[request] = answer
        return try await Self.value(of: answer)
    }

    /// The environment of a service's running container, every variable whole.
    ///
    /// `env -0` (GNU coreutils, busybox) ends each variable with a zero byte, so that values of
    /// several lines stay whole; an `env` without `-0` is asked for lines instead.
    public func environment(of service: String) async throws(ComposeFailure) -> [String: String] {
        let commands = commands
        let answer =
            environmentAnswers[service]
            ?? SharedAnswer {
                await Result { () async throws(ComposeFailure) in
                    try await commands.environment(of: service)
                }
            }
        environmentAnswers[service] = answer
        return try await Self.value(of: answer)
    }

    /// Runs a program in the running container of a service, without a terminal.
    ///
    /// A non-zero exit of the program is a result; a container that can't run it is a failure.
    ///
    /// - Parameters:
    ///   - service: The service's name.
    ///   - arguments: The program and its arguments.
    ///   - directory: The folder of the container that it runs in; the image's own when `nil`.
    ///   - environment: Variables for the program, whose values stand on no command line.
    ///   - timeout: How long it may take.
    public func execute(
        _ service: String, _ arguments: [String], directory: String? = nil,
        environment: [String: String] = [:], timeout: Duration
    ) async throws(ComposeFailure) -> CommandResult {
        try await commands.execute(
            service, arguments, directory: directory, environment: environment, timeout: timeout)
    }

    /// The names of services that the compose files show at a glance; runs nothing.
    public nonisolated func servicesAtAGlance() -> Set<String> {
        commands.location.map { ComposeFileScan.serviceNames(in: $0, of: commands.world) } ?? []
    }

    /// The names of the declared services; empty where there is no project to ask.
    public func serviceNames() async -> Set<String> {
        Set((try? await configuration())?.services.keys.map { $0 } ?? [])
    }

    /// What each service depends on by the compose file; empty where there is no project to ask.
    public func dependencies() async -> [String: [String]] {
        ((try? await configuration())?.services ?? [:]).mapValues { $0.dependencies.keys.sorted() }
    }

    /// The service that publishes the port on the host.
    public func service(publishing port: Int) async -> String? {
        if let services = (try? await configuration())?.services {
            let owners = services.values.filter { $0.publishedPorts.contains(port) }
            if let owner = owners.map(\.name).min() { return owner }
        } else if isWithoutProject {
            return nil
        }
        // A port that the engine chose stands in no file.
        return (try? await containers())?
            .filter { $0.publishers.contains { $0.published == port } }.map(\.service).min()
    }

    private var isWithoutProject: Bool { commands.location == nil }

    private struct PastRequest: Hashable {
        var service: String
        var seconds: Int
    }

    private struct LogRequest: Hashable {
        var service: String
        var tail: Int
    }

    private static func value<Value>(
        of answer: SharedAnswer<Result<Value, ComposeFailure>>
    ) async throws(ComposeFailure) -> Value {
        guard let result = await answer.value() else { throw .other("it was stopped") }
        return try result.get()
    }
}

extension Result where Failure == ComposeFailure, Success: Sendable {
    /// The outcome of work that may fail.
    init(_ work: @Sendable () async throws(ComposeFailure) -> Success) async {
        do { self = .success(try await work()) } catch { self = .failure(error) }
    }
}
