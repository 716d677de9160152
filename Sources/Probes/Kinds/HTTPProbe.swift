import Catalog
import Machine

/// Sends one HTTP request and looks at the answer.
///
/// Use it to see whether a server answers at all, and what it says of itself: status, time,
/// header fields, and any value inside a JSON body.
///
///     http http://localhost:8000/healthz status=200 latency<2s
///     http http://localhost:8000/healthz json.mediamtx_ok=true json.booths[*].state=live
///     http https://portal.example/login redirect~"^https://"
///     http http://localhost:8000/api method=OPTIONS header="Origin: https://x.example" header.Vary~Origin
///
/// No answer (refused, closed, timed out, name not found, bad certificate) fails every condition.
/// A line that states nothing wants `status<400`.
///
/// Redirects are followed, unless a line asks for `redirect`: that looks at the first answer.
///
/// The path behind `json.` is one of ``JSONPath``: `a.b`, `a[0].b`, `a[*].b` for all elements,
/// `a[name=portal].b`, `a.length`, `["a.b"]`.
public struct HTTPProbe: ProbeKind {
    /// What the kind declares of itself.
    public let schema = ProbeSchema(
        kind: "http",
        abstract: "Sends one HTTP request and looks at status, time, header fields and body.",
        subject: .init("URL", "an absolute http or https address"),
        options: [
            .init("method", .text, "the request method; GET, or POST where something is sent"),
            .init("header", .text, isRepeatable: true, "a request header field, 'Name: value'"),
            .init("send", .text, "the request body"),
            .init("follow", .boolean, "whether redirects are followed; true unless told"),
        ],
        observables: [
            .init("status", .number, asksForAnswer: true, "the status code"),
            .init("latency", .duration, "the time to the last byte of the answer"),
            .init("header.", .text, "a header field of the answer, header.Content-Type"),
            .init("body", .text, "the body as text, up to 1 MB"),
            .init("json.", .text, "a value of the JSON body, json.items[0].ready"),
            .init("redirect", .text, "where the answer redirects to; nothing is followed"),
        ],
        defaultConditions: ["status<400"],
        examples: [
            "http http://localhost:8000/healthz status=200 # the portal does not answer",
            "http http://localhost:8000/healthz json.mediamtx_ok=true # MediaMTX is out of reach",
            "http http://localhost:8000/healthz latency<2s # the portal hangs",
            "http http://localhost:3000/ redirect~^https:// # plain HTTP is served",
        ])

    /// Makes the kind.
    public init() {}

    /// Looking is waiting for an answer.
    public var onlyWaits: Bool { true }

    /// The host, or host and port where the host says nothing: `localhost:8000`.
    public func component(of request: ProbeRequest) -> String {
        Endpoint(request.subject)?.component ?? schema.kind
    }

    /// Only absolute addresses of http and https can be asked.
    public func mistake(in subject: String) -> String? {
        HTTPMessage.isAddress(subject) ? nil : HTTPMessage.Problem.notAnAddress(subject).summary
    }

    /// Asking where an answer redirects to means not to go there.
    public func explicit(_ request: ProbeRequest) -> ProbeRequest {
        guard request.option("follow") == nil,
            request.expectations.contains(where: { $0.key == "redirect" })
        else { return request }
        var explicit = request
        explicit.identity.options.append(OptionValue(key: "follow", value: "false"))
        return explicit
    }

    /// Only methods that ask for nothing but an answer are sent (RFC 9110, 9.2.1).
    public func breach(by request: ProbeRequest, in context: ProbeContext) async -> Breach? {
        guard case .success(let message) = HTTPMessage.request(for: request) else { return nil }
        let isSafe = ["GET", "HEAD", "OPTIONS", "TRACE"].contains(message.method)
        return isSafe ? nil : .sends(message.method)
    }

    /// Sends the request once.
    public func observe(_ request: ProbeRequest, in context: ProbeContext) async -> Observation {
        let message: HTTPRequest
        switch HTTPMessage.request(for: request) {
        case .success(let valid): message = valid
        case .failure(let problem):
            return Observation(.unknown(problem.summary), for: request)
        }
        async let component = publisher(for: request, in: context)
        var observation: Observation
        do {
            let response = try await context.world.transport.send(message)
            observation = HTTPReadings(response, to: message, redactor: context.redactor)
                .observation(for: request)
        } catch .invalidURL {
            // The platform is stricter than we are; the address may hold a password.
            observation = Observation(
                .unknown(HTTPMessage.Problem.notAnAddress(request.subject).summary), for: request)
        } catch .unsupported(let reason) {
            observation = Observation(.unknown(reason), for: request)
        } catch {
            observation = Observation(.failed(error.summary), for: request)
        }
        observation.component = await component
        return observation
    }

    /// The compose service behind an address of this machine, as far as compose tells in time.
    func publisher(for request: ProbeRequest, in context: ProbeContext) async -> String? {
        guard let endpoint = Endpoint(request.subject) else { return nil }
        return await context.publisher(of: endpoint, timeout: request.timeout)
    }
}
