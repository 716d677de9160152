import Catalog
import Machine

/// Looks at a service of the compose project around the working directory, or at all with `*`.
///
/// The project is the nearest folder with a compose file, from the working directory upwards;
/// `COMPOSE_FILE` is respected. `docker compose` is asked, else `docker-compose`. A line that
/// states nothing means `ready=true`: the service runs, and its health check, if it has one,
/// passes. A service that others wait for to complete is ready once it has ended with 0.
///
///     compose portal state=running health=healthy   # the portal is stopped or fails its check
///     compose mediamtx restarts<3                   # MediaMTX keeps crashing
///     compose *                                     # a service of the project is down
///
/// A container that keeps crashing counts as `restarting` even in the moments when it runs. A
/// service whose health check has not passed yet is unknown, not failed. The last log lines, the
/// output of a failing health check and the engine's own error come along with a failure.
public struct ComposeProbe: ProbeKind {
    /// Makes the kind.
    public init() {}

    /// What the kind declares of itself.
    public let schema = ProbeSchema(
        kind: "compose",
        abstract: "Looks at a service of the compose project around the working directory.",
        subject: .init("SERVICE", "a service of the compose file, or * for all of them"),
        observables: [
            .init("ready", .boolean, "runs, and its health check passes if it has one"),
            .init(
                "state", .text,
                "running, exited, restarting, paused, dead, created or 'not created'"),
            .init("health", .text, "healthy, unhealthy or starting"),
            .init("exit", .number, "the exit code of its last end"),
            .init("restarts", .number, "how often the engine has started it again"),
            .init("age", .duration, "for how long it has been running"),
            .init("image", .text, isConfiguration: true, "the image its container was made of"),
        ],
        defaultConditions: ["ready=true"],
        examples: [
            "compose portal state=running health=healthy # the portal is stopped or unhealthy",
            "compose mediamtx restarts<3 # MediaMTX keeps crashing",
            "compose * # a service of the project is down",
        ])

    /// The subject that stands for every service.
    private static let everyService = "*"
    /// The observables that need more than the list of containers.
    private static let detailed: Set<String> = ["restarts", "age"]

    /// The service itself.
    public func component(of request: ProbeRequest) -> String {
        request.subject == Self.everyService ? "compose" : request.subject
    }

    /// Looks at the containers of the service.
    public func observe(_ request: ProbeRequest, in context: ProbeContext) async -> Observation {
        let project = context.compose
        do {
            async let declared = Result { () async throws(ComposeFailure) in
                try await project.configuration()
            }
            async let listed = Result { () async throws(ComposeFailure) in
                try await project.containers()
            }
            let configuration = try await declared.get()
            return await observe(
                request, in: context, configuration: configuration,
                containers: try await listed.get())
        } catch {
            return Observation(.unknown(error.summary), for: request)
        }
    }

    private func observe(
        _ request: ProbeRequest, in context: ProbeContext,
        configuration: ComposeConfiguration, containers: [ComposeContainer]
    ) async -> Observation {
        let isAll = request.subject == Self.everyService
        let services =
            isAll
            ? configuration.startOrder.filter { configuration.services[$0]?.scale != 0 }
            : [request.subject]
        let wanted = containers.filter { services.contains($0.service) }
        if let problem = problem(with: services, isAll, configuration, wanted) {
            return Observation(.unknown(problem), for: request)
        }
        var failure: ComposeFailure?
        var details: [ContainerDetails] = []
        if needsDetails(request, wanted) {
            do { details = try await context.compose.details() } catch { failure = error }
        }
        let sights = ServiceSight.all(
            of: services, containers: wanted, details: details,
            oneShot: configuration.oneShotServices, now: context.world.clock.now)
        let readings = ServiceReadings(
            sights: sights,
            subject: { isAll ? $0.service : $0.container?.name ?? $0.service },
            detailsFailure: failure)
        let evidence = await ServiceEvidence.lines(
            about: sights, from: context.compose, redactor: context.redactor)
        return Observation(
            readings: Dictionary(
                request.expectations.map { ($0, readings.reading(for: $0)) },
                uniquingKeysWith: { first, _ in first }),
            evidence: isAll ? [] : evidence.values.flatMap(\.self),
            subjectEvidence: isAll ? evidence : [:],
            subjectsAreComponents: isAll)
    }

    /// Why there is nothing to look at.
    private func problem(
        with services: [String], _ isAll: Bool, _ configuration: ComposeConfiguration,
        _ containers: [ComposeContainer]
    ) -> String? {
        if isAll { return services.isEmpty ? "the compose file declares no service" : nil }
        // A service of a profile that is not active is not declared, but may run all the same.
        guard let service = services.first, configuration.services[service] == nil,
            containers.isEmpty
        else { return nil }
        return configuration.lack(of: service)
    }

    /// Whether the list alone can't tell: it counts no restarts and gives no reasons.
    private func needsDetails(_ request: ProbeRequest, _ containers: [ComposeContainer]) -> Bool {
        if request.expectations.contains(where: { Self.detailed.contains($0.key) }) { return true }
        return containers.contains { container in
            guard container.state == "running", container.health != "unhealthy" else { return true }
            guard let uptime = StatusWords(container.status).uptime else { return true }
            // A second more, for the engine rounds down.
            return Double(uptime) <= ServiceSight.settled + 1
        }
    }
}
