import Catalog
import Machine

/// Measures what the containers of a compose service use.
///
/// Use it to see whether a service is about to be ended for want of memory, spins, or leaks
/// processes.
///
///     container backend memory<=90%           # the backend is about to run out of memory
///     container worker rss<1GB pids<200
///     container mediamtx cpu<150%
///
/// `docker stats` is asked once for all containers of the project. Each container of a service
/// that has several must meet the line. A container that is stopped or was never created fails it,
/// and a paused one is measured. Memory is what the processes hold, without the file cache; a
/// container without a limit of its own is measured against the memory of the engine's machine. A
/// line that states nothing wants `memory<=90%`.
public struct ContainerProbe: ProbeKind {
    /// Makes the kind.
    public init() {}

    /// What the kind declares of itself.
    public let schema = ProbeSchema(
        kind: "container",
        abstract: "Measures what the containers of a compose service use.",
        subject: .init("SERVICE", "a service of the compose file"),
        observables: [
            .init("memory", .percent, "the memory used, as a share of its limit"),
            .init("rss", .bytes, "the memory used"),
            .init("cpu", .percent, "the processor time used, in percent of one processor"),
            .init("pids", .number, "how many processes and threads it has"),
        ],
        defaultConditions: ["memory<=90%"],
        examples: [
            "container backend memory<=90% # the backend runs out of memory",
            "container worker rss<1GB pids<200 # the worker leaks",
        ])

    /// The service itself.
    public func component(of request: ProbeRequest) -> String { request.subject }

    /// A service has a name.
    public func mistake(in subject: String) -> String? { ServiceName.mistake(in: subject) }

    /// Measures the containers of the service.
    public func observe(_ request: ProbeRequest, in context: ProbeContext) async -> Observation {
        let sights: [ServiceSight]
        do {
            sights = try await ServiceContainers.sights(of: request.subject, in: context)
        } catch {
            return Observation(error.reading, for: request)
        }
        if let stopped = Self.stopped(among: sights, of: request.subject) {
            return Observation(.failed(stopped), for: request)
        }
        let statistics: [ContainerStatistics]
        do { statistics = try await context.compose.statistics() } catch {
            return Observation(.unknown(error.summary), for: request)
        }
        return Observation(
            readings: Dictionary(
                request.expectations.map {
                    ($0, Self.reading(for: $0.key, of: sights, statistics))
                }, uniquingKeysWith: { first, _ in first }))
    }

    /// What is said of containers that can't be measured; `nil` where all can.
    private static func stopped(among sights: [ServiceSight], of service: String) -> String? {
        let stopped = sights.filter { $0.container?.state != "running" && $0.state != "paused" }
        if stopped.isEmpty { return nil }
        if sights.count == 1, let only = stopped.first {
            return "\(service) is \(only.description)"
        }
        return stopped.map { "\($0.container?.name ?? service) is \($0.description)" }
            .joined(separator: ", ")
    }

    private static func reading(
        for key: String, of sights: [ServiceSight], _ statistics: [ContainerStatistics]
    ) -> Reading {
        var values: [ObservedValue] = []
        for sight in sights {
            guard let container = sight.container,
                let measured = statistics.first(where: {
                    $0.id.hasPrefix(container.id) || container.id.hasPrefix($0.id)
                }), var value = measured.value(of: key)
            else { return .unknown("the engine does not measure it") }
            if sights.count > 1 { value.subject = container.name }
            values.append(value)
        }
        return .values(values)
    }
}

extension ContainerStatistics {
    /// The value of an observable; `nil` where the engine does not tell.
    fileprivate func value(of key: String) -> ObservedValue? {
        switch key {
        case "memory":
            share.map { share in
                let size = "\(Self.size(memory)) of \(Self.size(limit))"
                return ObservedValue(
                    "\(share)", number: share, display: "\(AmountText.percent(share)), \(size)")
            }
        case "rss":
            memory.map { ObservedValue("\(Int($0))", number: $0, display: Self.size($0)) }
        case "cpu":
            processor.map { ObservedValue("\($0)", number: $0, display: AmountText.percent($0)) }
        default: processes.map { ObservedValue($0) }
        }
    }

    private static func size(_ bytes: Double?) -> String {
        bytes.map { AmountText.bytes(Int($0)) } ?? "?"
    }
}
