import Catalog
import Machine

/// Sends a datagram to a UDP port, or finds out who holds one that must be free.
///
///     udp localhost:3478                       # the host says that nobody listens on the port
///     udp dns.example:53 send=? state=answered # the server does not answer
///     udp localhost:52000-52050 free=true owner=livekit # something sits in the media ports
///
/// UDP knows no connection: only a host that refuses the datagram (ICMP, RFC 1122, 3.2.2.1) or a
/// server that answers tells anything. Silence is what open ports, firewalls and lost datagrams have
/// in common, so `open` is unknown then. What to send is up to the protocol: without `send` it is
/// one zero byte, which few servers answer. Silence is taken for it after 2 s, or after `timeout`.
public struct UDPProbe: ProbeKind {
    /// Makes the kind.
    public init() {}

    /// Looking is waiting for an answer.
    public var onlyWaits: Bool { true }

    /// What the kind declares of itself.
    public let schema = ProbeSchema(
        kind: "udp",
        abstract: "Sends a datagram to a UDP port, or finds out who holds one that must be free.",
        subject: .init(
            "HOST:PORT", "a host and its port, or host:first-last where free is asked"),
        options: [
            .init("send", .text, "what the datagram holds; one zero byte unless told"),
            FreePort.ownerOption,
        ],
        observables: [
            .init(
                "open", .boolean, asksForAnswer: true,
                "answered; false where refused, unknown where silent"),
            .init("state", .text, asksForAnswer: true, "answered, silent or refused"),
            FreePort.observable,
        ],
        defaultConditions: ["open=true"],
        examples: [
            "udp localhost:3478 state!=refused # nothing listens on the TURN port",
            "udp localhost:52000-52050 free=true owner=livekit # something has the media ports",
        ])

    /// How long silence is listened to where the line does not say.
    private static let patience: Duration = .seconds(2)
    /// How many bytes of an answer are read.
    private static let answerLimit = 2048

    /// The owner of the port, else the host, with its port where the host says nothing.
    public func component(of request: ProbeRequest) -> String {
        PortLook<Contact>.component(of: request) ?? schema.kind
    }

    /// Only a host and its ports can be asked.
    public func mistake(in subject: String) -> String? {
        Endpoint(subject) == nil ? Endpoint.mistake : nil
    }

    /// What a server makes of a datagram of the line's own nobody knows.
    public func breach(by request: ProbeRequest, in context: ProbeContext) async -> Breach? {
        request.option("send").map { _ in .sends("a datagram") }
    }

    /// Sends once, asks who holds the port, or both, as the request states.
    public func observe(_ request: ProbeRequest, in context: ProbeContext) async -> Observation {
        let look = PortLook(
            carrier: .udp,
            contact: { await contact(with: $0, for: request, in: context) },
            reading: { Self.reading(of: $0, for: $1) })
        return await look.observe(request, in: context)
    }

    /// What a datagram came to: nothing where it was answered, or why it was not.
    private typealias Contact = Result<Void, SocketFailure>

    private func contact(
        with endpoint: Endpoint, for request: ProbeRequest, in context: ProbeContext
    ) async -> Contact {
        let isPatient = request.option(ProbeSchema.timeoutKey) != nil
        let limit = isPatient ? request.timeout : min(request.timeout, Self.patience)
        let datagram = request.option("send").map { Array($0.utf8) } ?? [0]
        let clock = context.world.clock
        let end = clock.uptime + limit
        do throws(SocketFailure) {
            let socket = try await context.world.sockets.connect(
                to: SocketTarget(host: endpoint.host, port: endpoint.port, carrier: .udp),
                timeout: limit)
            defer { socket.close() }
            try await socket.send(datagram, timeout: end - clock.uptime)
            _ = try await socket.receive(limit: Self.answerLimit, timeout: end - clock.uptime)
            return .success(())
        } catch .timedOut {
            return .failure(.timedOut(after: limit))
        } catch {
            return .failure(error)
        }
    }

    private static func reading(of contact: Contact, for expectation: Expectation) -> Reading {
        let isOpen = expectation.key == "open"
        switch contact {
        case .success: return .value(isOpen ? ObservedValue(true) : ObservedValue("answered"))
        case .failure(.refused):
            return isOpen
                ? .closed("refused, nothing listens on the port", for: expectation)
                : .value(ObservedValue("refused"))
        case .failure(.timedOut(let limit)):
            return isOpen
                ? .unknown("silent for \(limit.shortText), as open and filtered UDP ports both are")
                : .value(ObservedValue("silent"))
        case .failure(.unsupported(let what)): return .unknown(what)
        case .failure(let failure): return .failed(failure.summary)
        }
    }
}
