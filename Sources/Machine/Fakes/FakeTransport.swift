import Synchronization

/// Answers HTTP requests from a table, for tests.
///
/// A key is an address (`http://portal/healthz`), or a method and an address
/// (`POST http://portal/whip`), which wins. An address that is not in the table is refused, as if
/// nothing listened there.
public final class FakeTransport: HTTPTransport {
    /// What the table says about an address.
    public enum Answer: Sendable {
        /// A response; its body is cut at the request's bound.
        case response(HTTPResponse)
        /// No response, and why.
        case failure(HTTPFailure)
        /// Silence until the asking task is cancelled, then a time-out.
        case hang

        /// A response with a text body.
        public static func text(
            _ body: String, status: Int = 200, type: String = "text/plain",
            fields: [HTTPField] = [], latency: Duration = .milliseconds(1)
        ) -> Answer {
            let typed = [HTTPField(name: "Content-Type", value: type)] + fields
            return .response(
                HTTPResponse(
                    status: status, fields: typed, body: Array(body.utf8), url: "",
                    latency: latency))
        }

        /// A response with a JSON body.
        public static func json(
            _ body: String, status: Int = 200, latency: Duration = .milliseconds(1)
        ) -> Answer {
            text(body, status: status, type: "application/json", latency: latency)
        }

        /// A response with no body.
        public static func status(_ status: Int, fields: [HTTPField] = []) -> Answer {
            .response(HTTPResponse(status: status, fields: fields, url: ""))
        }
    }

    private struct State {
        var answers: [String: Answer]
        var requests: [HTTPRequest] = []
        var underWay = 0
        var mostUnderWay = 0
    }

    private let state: Mutex<State>

    /// Makes a transport that knows these addresses only.
    public init(_ answers: [String: Answer] = [:]) {
        state = Mutex(State(answers: answers))
    }

    /// The requests so far, in the order in which they came.
    public var requests: [HTTPRequest] { state.withLock(\.requests) }

    /// The most requests that were under way at the same time.
    public var mostUnderWay: Int { state.withLock(\.mostUnderWay) }

    /// Replaces what the table says about an address.
    public func set(_ key: String, to answer: Answer) {
        state.withLock { $0.answers[key] = answer }
    }

    /// Answers from the table and remembers the request.
    public func send(_ request: HTTPRequest) async throws(HTTPFailure) -> HTTPResponse {
        let answer = state.withLock { state in
            state.requests.append(request)
            state.underWay += 1
            state.mostUnderWay = max(state.mostUnderWay, state.underWay)
            return state.answers["\(request.method) \(request.url)"] ?? state.answers[request.url]
        }
        defer { state.withLock { $0.underWay -= 1 } }
        await Task.yield()
        switch answer {
        case .response(let response): return Self.fitted(response, to: request)
        case .failure(let failure): throw failure
        case .hang:
            await untilCancelled()
            throw .timedOut(after: request.timeout)
        case nil: throw .refused
        }
    }

    private static func fitted(_ response: HTTPResponse, to request: HTTPRequest) -> HTTPResponse {
        var fitted = response
        if fitted.url.isEmpty { fitted.url = request.url }
        if fitted.body.count > request.bodyLimit {
            fitted.body = Array(fitted.body.prefix(request.bodyLimit))
            fitted.isTruncated = true
        }
        return fitted
    }
}
