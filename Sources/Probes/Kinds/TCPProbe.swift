import Catalog
import Machine

/// Connects to a TCP port, or finds out who holds one that must be free.
///
/// Use it for what speaks no HTTP (databases, SIP, RTSP, SMTP), to tell a service that is down from
/// a firewall, and for the port that a service can't get because something else has it.
///
///     tcp localhost:5432                           # the database does not listen
///     tcp media.example:8554 state=open            # refused: it is down; filtered: a firewall
///     tcp localhost:5434 free=true owner=postgres  # another project holds the database's port
///     tcp localhost:52000-52050 free=true          # something sits in the media ports
///
/// `state` is `open`, `refused` where the host says that nobody listens, `filtered` where nothing
/// comes back, `unreachable` where no way leads to the host. `free` is about this machine; what
/// holds the port is named, a container by its own name. A line that states nothing wants
/// `open=true`.
public struct TCPProbe: ProbeKind {
    /// Makes the kind.
    public init() {}

    /// Looking is waiting for an answer.
    public var onlyWaits: Bool { true }

    /// What the kind declares of itself.
    public let schema = ProbeSchema(
        kind: "tcp",
        abstract: "Connects to a TCP port, or finds out who holds one that must be free.",
        subject: .init(
            "HOST:PORT", "a host and its port, a URL, or host:first-last where free is asked"),
        options: [FreePort.ownerOption],
        observables: [
            .init("open", .boolean, asksForAnswer: true, "a connection comes about"),
            .init(
                "state", .text, asksForAnswer: true, "open, refused, filtered or unreachable"),
            FreePort.observable,
            .init("latency", .duration, "the time until the connection stood"),
        ],
        defaultConditions: ["open=true"],
        examples: [
            "tcp localhost:5432 # the database does not listen",
            "tcp localhost:5434 free=true owner=postgres # something else has the database's port",
        ])

    /// The owner of the port, else the host, with its port where the host says nothing.
    public func component(of request: ProbeRequest) -> String {
        PortLook<Contact>.component(of: request) ?? schema.kind
    }

    /// Only a host and its ports can be asked.
    public func mistake(in subject: String) -> String? {
        Endpoint(subject) == nil ? Endpoint.mistake : nil
    }

    /// Connects once, asks who holds the port, or both, as the request states.
    public func observe(_ request: ProbeRequest, in context: ProbeContext) async -> Observation {
        let look = PortLook(
            carrier: .tcp,
            contact: { await contact(with: $0, for: request, in: context) },
            reading: { Self.reading(of: $0, for: $1) })
        return await look.observe(request, in: context)
    }

    /// What connecting came to: how long it took, or why it did not come about.
    private typealias Contact = Result<Duration, SocketFailure>

    private func contact(
        with endpoint: Endpoint, for request: ProbeRequest, in context: ProbeContext
    ) async -> Contact {
        let start = context.world.clock.uptime
        do throws(SocketFailure) {
            let connection = try await context.world.sockets.connect(
                to: SocketTarget(host: endpoint.host, port: endpoint.port),
                timeout: request.timeout)
            connection.close()
            return .success(context.world.clock.uptime - start)
        } catch {
            return .failure(error)
        }
    }

    private static func reading(of contact: Contact, for expectation: Expectation) -> Reading {
        switch contact {
        case .success(let latency):
            switch expectation.key {
            case "open": return .value(ObservedValue(true))
            case "state": return .value(ObservedValue("open"))
            default:
                return .value(
                    ObservedValue(
                        "\(latency.seconds)", number: latency.seconds, display: latency.shortText))
            }
        case .failure(.unsupported(let what)): return .unknown(what)
        case .failure(let failure):
            switch expectation.key {
            case "open": return .closed(failure.summary, for: expectation)
            case "state":
                return failure.portState.map { .value(ObservedValue($0)) }
                    ?? .failed(failure.summary)
            default: return .failed(failure.summary)
            }
        }
    }
}

extension SocketFailure {
    /// The state of a port that could not be connected to; `nil` where it tells nothing of the port.
    fileprivate var portState: String? {
        switch self {
        case .refused, .closed: "refused"
        case .timedOut: "filtered"
        case .unreachable: "unreachable"
        case .nameNotFound, .nameTimedOut, .untrusted, .unsupported, .other: nil
        }
    }
}
