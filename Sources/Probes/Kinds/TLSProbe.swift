import Catalog
import Machine

/// Looks at the certificate that a TLS server presents, and says what is wrong with it.
///
/// Use it for what a browser only calls "not secure": a certificate that is about to expire, a
/// chain without its intermediate certificate, a name that the certificate does not cover.
///
///     tls portal.example days>14                     # the certificate was not renewed
///     tls wss://rooms.example/ws trusted=true        # clients refuse the certificate
///     tls db.example:5432 starttls=postgres ca=certs/ca.pem # the database's TLS is set up wrongly
///
/// `openssl s_client` makes the handshake and judges the chain by this machine's certificate
/// store, or by `ca=` too; `openssl x509` reads the certificate. Names are compared as browsers do
/// (RFC 9525): the common name does not count. A port that does not answer, or not with TLS, fails
/// every condition. A line that states nothing wants `trusted=true hostname=true days>0`.
public struct TLSProbe: ProbeKind {
    /// Makes the kind.
    public init() {}

    /// What the kind declares of itself.
    public let schema = ProbeSchema(
        kind: "tls",
        abstract: "Looks at the certificate that a TLS server presents.",
        subject: .init("HOST:PORT", "a host and its port, 443 unless told, or a URL"),
        options: [
            .init("name", .text, "the host name to ask for and to check; the host unless told"),
            .init("ca", .text, "a file with further trusted certificates (PEM)"),
            .init("starttls", .text, "the protocol in which TLS is asked for: smtp, postgres, …"),
        ],
        observables: [
            .init("days", .number, isConfiguration: true, "how many days the certificate is valid"),
            .init("trusted", .boolean, isConfiguration: true, "its chain leads to a trusted one"),
            .init("hostname", .boolean, isConfiguration: true, "it covers the host's name"),
            .init("issuer", .text, isConfiguration: true, "who signed it, CN=R3,O=Let's Encrypt"),
            .init("subject", .text, isConfiguration: true, "whose it is, CN=portal.example"),
            .init("protocol", .text, isConfiguration: true, "the version agreed on, TLSv1.3"),
        ],
        defaultConditions: ["trusted=true", "hostname=true", "days>0"],
        examples: [
            "tls portal.example.org days>14 # the certificate was not renewed",
            "tls localhost:5432 starttls=postgres ca=ca.pem # the database's TLS is set up wrongly",
        ])

    /// The port of a subject that names none.
    private static let defaultPort = 443

    /// The host, with its port where the host says nothing.
    public func component(of request: ProbeRequest) -> String {
        Self.endpoint(request.subject)?.component ?? schema.kind
    }

    /// Only a host and one port can be asked.
    public func mistake(in subject: String) -> String? {
        Self.endpoint(subject) == nil ? Endpoint.mistake : nil
    }

    /// Certificates are read below the working directory only.
    public func breach(by request: ProbeRequest, in context: ProbeContext) async -> Breach? {
        await ReadableArea(in: context.world, within: request.timeout)
            .breach(byReading: request.values(of: "ca"))
    }

    private static func endpoint(_ subject: String) -> Endpoint? {
        guard let endpoint = Endpoint(subject, defaultPort: defaultPort), !endpoint.isRange else {
            return nil
        }
        return endpoint
    }

    /// Connects once to see whether the port answers, and once with `openssl`.
    public func observe(_ request: ProbeRequest, in context: ProbeContext) async -> Observation {
        guard let endpoint = Self.endpoint(request.subject) else {
            return Observation(.unknown(Endpoint.mistake), for: request)
        }
        async let component = context.publisher(of: endpoint, timeout: request.timeout)
        let handshake = TLSHandshake(endpoint, request: request, world: context.world)
        let outcome = await handshake.outcome()
        var observation: Observation
        switch outcome {
        case .presented(let session, let certificate):
            let readings = TLSReadings(
                session, certificate, name: handshake.name, now: context.world.clock.now,
                redactor: context.redactor)
            observation = readings.observation(for: request)
        case .failed(let words): observation = Observation(.failed(words), for: request)
        case .unknown(let words): observation = Observation(.unknown(words), for: request)
        }
        observation.component = await component
        return observation
    }
}
