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
    /// The connection was closed before a response was complete.
    case reset
    /// The host's name resolves to no address.
    case nameNotFound
    /// No route leads to the host.
    case unreachable
    /// The TLS handshake or the certificate failed.
    case tls(String)
    /// No complete response came in time.
    case timedOut(after: Duration)
    /// Redirects did not end.
    case tooManyRedirects
    /// The address is not an absolute http or https URL.
    case invalidURL(String)
    /// The answer was not HTTP.
    case malformedResponse
    /// This program can't ask such an address, which says nothing of who would answer.
    case unsupported(String)
    /// Something else, in the platform's words.
    case other(String)

    /// The failure in a few words, for a verdict.
    public var summary: String {
        switch self {
        case .refused: "connection refused"
        case .reset: "connection closed before a response"
        case .nameNotFound: "host name not found"
        case .unreachable: "host unreachable"
        case .tls(let reason): "TLS failed: \(reason)"
        case .timedOut(let limit): "no response within \(limit.shortText)"
        case .tooManyRedirects: "too many redirects"
        case .invalidURL(let url): "not an http(s) URL: \(url)"
        case .malformedResponse: "answered, but not with HTTP"
        case .unsupported(let text), .other(let text): text
        }
    }
}
