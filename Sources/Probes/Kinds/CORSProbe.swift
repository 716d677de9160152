import Catalog
import Machine

/// Asks a server what a browser asks before a page of another origin may send a request: the CORS
/// preflight.
///
/// Use it where the API answers `curl` but the page says "Failed to fetch": an origin that nobody
/// added after a move, a method or header that the server does not name, a proxy that answers
/// `OPTIONS` itself.
///
///     cors https://api.example/rooms origin=https://app.example
///     cors ${API_URL}/rooms origin=${APP_URL} method=PUT header=Authorization credentials=true
///     cors ${API_URL}/rooms origin=https://evil.example allowed=false
///
/// - `allowed` is judged by the Fetch standard ("CORS-preflight fetch" and "CORS check"): the
///   answer is 2xx and no redirect; `Access-Control-Allow-Origin` is the origin, byte by byte, or
///   `*`; the method is `GET`, `HEAD` or `POST` or is named, upper and lower case told apart; each
///   header is named in any case. `*` names everything but `Authorization`. With `credentials=true`
///   (cookies, `credentials: "include"`) `*` counts for nothing, and
///   `Access-Control-Allow-Credentials` must be `true`.
/// - `header=` names request headers that the page sets. `Accept`, `Accept-Language` and
///   `Content-Language` need no leave. Name `Content-Type` where it is `application/json`.
/// - A browser sends no preflight for a request without such headers by `GET`, `HEAD` or `POST`;
///   the server is asked all the same.
///
/// A line that states nothing wants `allowed=true`.
public struct CORSProbe: ProbeKind {
    /// What the kind declares of itself.
    public let schema = ProbeSchema(
        kind: "cors",
        abstract: "Asks a server, as a browser does, whether pages of an origin may use it.",
        subject: .init("URL", "an absolute http or https address"),
        options: [
            .init("origin", .text, "the page's origin, scheme://host:port; required"),
            .init("method", .text, "the method of the page's request; GET unless told"),
            .init("header", .text, isRepeatable: true, "the name of a header that the page sets"),
            .init("credentials", .boolean, "whether the page sends cookies; false unless told"),
        ],
        observables: [
            CORSProbe.setting("allowed", .boolean, "whether a browser would send the request"),
            .init("status", .number, asksForAnswer: true, "the status code of the answer"),
            CORSProbe.setting("allow-origin", .text, "Access-Control-Allow-Origin"),
            CORSProbe.setting(
                "allow-methods", .text, "Access-Control-Allow-Methods; equals each of them"),
            CORSProbe.setting(
                "allow-headers", .text, "Access-Control-Allow-Headers; equals each of them"),
            CORSProbe.setting("allow-credentials", .text, "Access-Control-Allow-Credentials"),
            CORSProbe.setting("max-age", .duration, "how long browsers may keep the answer"),
        ],
        defaultConditions: ["allowed=true"],
        examples: [
            "cors https://api.example/rooms origin=https://app.example # the page is not let in",
            "cors ${API_URL}/rooms origin=${APP_URL} method=PUT header=Authorization",
            "cors ${API_URL}/ origin=https://evil.example credentials=true allowed=false",
        ])

    /// Makes the kind.
    public init() {}

    /// Looking is waiting for an answer.
    public var onlyWaits: Bool { true }

    private static func setting(
        _ key: String, _ type: ValueType, _ help: String
    ) -> ProbeSchema.Observable {
        .init(key, type, isConfiguration: true, help)
    }

    /// The host, or host and port where the host says nothing, as of an `http` line.
    public func component(of request: ProbeRequest) -> String {
        HTTPProbe().component(of: request)
    }

    /// Only absolute addresses of http and https can be asked.
    public func mistake(in subject: String) -> String? { HTTPProbe().mistake(in: subject) }

    /// Sends the preflight once.
    public func observe(_ request: ProbeRequest, in context: ProbeContext) async -> Observation {
        let preflight: Preflight
        do {
            preflight = try Preflight(request)
        } catch {
            return Observation(.unknown(error.summary), for: request)
        }
        async let component = HTTPProbe().publisher(for: request, in: context)
        var observation: Observation
        do {
            let response = try await context.world.transport.send(preflight.message)
            let answer = PreflightAnswer(response, redactor: context.redactor)
            observation = CORSReadings(answer, to: preflight).observation(for: request)
        } catch .invalidURL {
            let problem = HTTPMessage.Problem.notAnAddress(request.subject)
            observation = Observation(.unknown(problem.summary), for: request)
        } catch .unsupported(let reason) {
            observation = Observation(.unknown(reason), for: request)
        } catch {
            observation = Observation(.failed(error.summary), for: request)
        }
        observation.component = await component
        return observation
    }
}
