/// Sends HTTP requests on behalf of probes.
public protocol HTTPTransport: Sendable {
    /// Sends the request and reads the response up to the request's bound.
    ///
    /// An HTTP error status is a response, not an error.
    ///
    /// - Throws: ``HTTPFailure`` where no response could be had.
    func send(_ request: HTTPRequest) async throws(HTTPFailure) -> HTTPResponse
}

/// One header field; names compare without regard to case (RFC 9110, 5.1).
public struct HTTPField: Sendable, Hashable {
    /// The field's name as written.
    public var name: String
    /// The field's value.
    public var value: String

    /// Makes a field.
    public init(name: String, value: String) {
        self.name = name
        self.value = value
    }
}

/// A request with the bounds it must keep.
public struct HTTPRequest: Sendable, Hashable {
    /// The method, `GET` unless told.
    public var method: String
    /// The absolute `http` or `https` address.
    public var url: String
    /// The header fields, in order.
    public var fields: [HTTPField]
    /// The body, if any.
    public var body: [UInt8]?
    /// How long the whole exchange may take.
    public var timeout: Duration
    /// How many bytes of the response body are read.
    public var bodyLimit: Int
    /// Whether redirects are followed.
    public var followsRedirects: Bool

    /// The bound on a response body where a probe names none, in bytes.
    public static let defaultBodyLimit = 1 << 20

    /// Makes a request.
    public init(
        method: String = "GET",
        url: String,
        fields: [HTTPField] = [],
        body: [UInt8]? = nil,
        timeout: Duration,
        bodyLimit: Int = HTTPRequest.defaultBodyLimit,
        followsRedirects: Bool = true
    ) {
        self.method = method
        self.url = url
        self.fields = fields
        self.body = body
        self.timeout = timeout
        self.bodyLimit = bodyLimit
        self.followsRedirects = followsRedirects
    }
}

/// What a server answered.
public struct HTTPResponse: Sendable, Hashable {
    /// The status code.
    public var status: Int
    /// The header fields in no promised order.
    public var fields: [HTTPField]
    /// The body up to the request's bound.
    public var body: [UInt8]
    /// Whether the body was longer than the bound.
    public var isTruncated: Bool
    /// The address that answered, after redirects.
    public var url: String
    /// The time from sending to the last byte read.
    public var latency: Duration

    /// Makes a response.
    public init(
        status: Int, fields: [HTTPField] = [], body: [UInt8] = [], isTruncated: Bool = false,
        url: String, latency: Duration = .zero
    ) {
        self.status = status
        self.fields = fields
        self.body = body
        self.isTruncated = isTruncated
        self.url = url
        self.latency = latency
    }

    /// The value of the first field of that name, whatever its case.
    public func value(of name: String) -> String? {
        fields.first { $0.name.lowercased() == name.lowercased() }?.value
    }

    /// The body as text, invalid UTF-8 replaced.
    public var text: String { String(decoding: body, as: UTF8.self) }
}

/// Why no response could be had.
public enum HTTPFailure: Error, Sendable, Hashable {
    /// Nothing listens there.
    case refused
    /// The connection was closed in order, and no response came.
    case closed
    /// The connection was reset, and no response came.
    case reset
    /// The host's name resolves to no address.
    case nameNotFound
    /// No name server told an address of the host in time.
    case nameTimedOut(after: Duration)
    /// No route leads to the host.
    case unreachable
    /// The TLS handshake or the certificate failed.
    case tls(String)
    /// No response came in time.
    case timedOut(after: Duration)
    /// No response came in time, from any of the host's many addresses.
    case unanswered(after: Duration, addresses: Int)
    /// A response came in time, but not all of its body.
    case unfinished(after: Duration, status: Int, received: Int)
    /// Redirects did not end.
    case tooManyRedirects
    /// A redirect leads to what is no http or https URL.
    case badRedirect(String)
    /// The address is not an absolute http or https URL.
    case invalidURL(String)
    /// The answer was not HTTP.
    case malformedResponse
    /// The answer began as HTTP and then broke off or broke its rules, and how.
    case broken(String)
    /// The request went to a proxy that the environment names, and failed there or beyond it.
    indirect case throughProxy(String, HTTPFailure)
    /// This program can't ask such an address, which says nothing of who would answer.
    case unsupported(String)
    /// Something else, in the platform's words.
    case other(String)

    /// The failure in a few words, for a verdict.
    public var summary: String {
        switch self {
        case .refused: "connection refused"
        case .closed: "connection closed before a response"
        case .reset: "connection reset before a response"
        case .nameNotFound: "host name not found"
        case .nameTimedOut(let limit): "host name not resolved within \(limit.shortText)"
        case .unreachable: "host unreachable"
        case .tls(let reason): "TLS failed: \(reason)"
        case .timedOut(let limit): "no response within \(limit.shortText)"
        case .unanswered(let limit, let addresses):
            "no response within \(limit.shortText) from the name's \(addresses) addresses"
        case .unfinished(let limit, let status, let received):
            "answered \(status), but within \(limit.shortText) only "
                + "\(received) byte\(received == 1 ? "" : "s") of the body"
        case .tooManyRedirects: "too many redirects"
        case .badRedirect(let target): "redirects to no http(s) URL: \(target)"
        case .invalidURL(let url): "not an http(s) URL: \(url)"
        case .malformedResponse: "answered, but not with HTTP"
        case .throughProxy(let proxy, let failure): "\(failure.summary) (proxy \(proxy))"
        case .unsupported(let text), .other(let text), .broken(let text): text
        }
    }
}
