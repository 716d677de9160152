import Machine

/// What a browser asks before it lets a page send a request to another origin (Fetch standard,
/// "CORS-preflight fetch").
struct Preflight: Sendable, Hashable {
    /// Why a line makes no preflight.
    enum Problem: Error, Hashable {
        /// The subject is no address, in words for people.
        case address(String)
        /// The line names no origin.
        case noOrigin
        /// What it names is no origin.
        case badOrigin(String)
        /// The method has characters that none has.
        case badMethod(String)
        /// A header's name has characters that none has.
        case badHeader(String)

        /// The problem in a few words, for a verdict.
        var summary: String {
            switch self {
            case .address(let words): words
            case .noOrigin:
                "origin= is missing: the page's origin, as in origin=https://app.example"
            case .badOrigin(let text):
                "'\(PlainText.line(of: text, limit: 80))' is no origin: write scheme://host:port, "
                    + "without a path or a slash at the end"
            case .badMethod(let text): "'\(text.prefix(40))' is not an HTTP method"
            case .badHeader(let text):
                "'\(PlainText.line(of: text, limit: 40))' is not the name of a header"
            }
        }
    }

    /// The page's origin as the browser writes it.
    let origin: String
    /// The method of the page's request.
    let method: String
    /// The names of headers that need leave, in lower case, sorted, each once.
    let headers: [String]
    /// Whether the page sends cookies along.
    let sendsCredentials: Bool
    /// The request that asks.
    let message: HTTPRequest

    /// Reads a line.
    init(_ request: ProbeRequest) throws(Problem) {
        guard HTTPMessage.isAddress(request.subject) else {
            throw .address(HTTPMessage.Problem.notAnAddress(request.subject).summary)
        }
        guard let origin = request.option("origin"), !origin.isEmpty else { throw .noOrigin }
        guard Self.isOrigin(origin) else { throw .badOrigin(origin) }
        let method = Self.normalized(request.option("method") ?? "GET")
        guard HTTPMessage.isToken(method) else { throw .badMethod(method) }
        let names = request.values(of: "header")
        if let wrong = names.first(where: { !HTTPMessage.isToken($0) }) { throw .badHeader(wrong) }
        self.origin = origin
        self.method = method
        headers = Set(names.map { $0.lowercased() }).subtracting(Self.safelisted).sorted()
        sendsCredentials = request.option("credentials") == "true"
        message = HTTPRequest(
            method: "OPTIONS", url: request.subject,
            fields: Self.fields(origin: origin, method: method, headers: headers),
            timeout: request.timeout, followsRedirects: false)
    }

    /// Methods that need no leave (Fetch standard, "CORS-safelisted method").
    static let safelistedMethods: Set<String> = ["GET", "HEAD", "POST"]

    /// Headers that need no leave whatever a page would reasonably put into them (Fetch standard,
    /// "CORS-safelisted request-header"); `Content-Type` does, once it is `application/json`.
    private static let safelisted: Set<String> = [
        "accept", "accept-language", "content-language",
    ]

    /// A method in the case in which browsers send it (Fetch standard, "normalize a method"):
    /// `patch` stays as it is.
    private static func normalized(_ method: String) -> String {
        let upper = method.uppercased()
        let known: Set = ["DELETE", "GET", "HEAD", "OPTIONS", "POST", "PUT"]
        return known.contains(upper) ? upper : method
    }

    /// Whether a text is an origin as browsers send it (RFC 6454, 6.2): `null`, or scheme, host
    /// and, unless it is the scheme's own, port.
    private static func isOrigin(_ text: String) -> Bool {
        if text == "null" { return true }
        guard let address = Address(url: text), let scheme = address.scheme, address.host != nil,
            let separator = text.firstRange(of: "://")
        else { return false }
        return text.hasPrefix(scheme) && text.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F }
            && !text[separator.upperBound...].contains { "/?#@".contains($0) }
    }

    /// The header fields of the question.
    private static func fields(
        origin: String, method: String, headers: [String]
    ) -> [HTTPField] {
        var fields = [
            HTTPField(name: "Accept", value: "*/*"),
            HTTPField(name: "Origin", value: origin),
            HTTPField(name: "Access-Control-Request-Method", value: method),
        ]
        if !headers.isEmpty {
            let names = headers.joined(separator: ",")
            fields.append(HTTPField(name: "Access-Control-Request-Headers", value: names))
        }
        return fields
    }
}
