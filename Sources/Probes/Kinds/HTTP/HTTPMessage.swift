import Machine

/// Turns the words of a probe line into an HTTP request.
enum HTTPMessage {
    /// Why no request can be made of a line.
    enum Problem: Error, Hashable {
        /// The subject is no http or https address.
        case notAnAddress(String)
        /// The method has characters that none has.
        case badMethod(String)
        /// A header option is not `Name: value`; its value is left out, it may be a secret.
        case badHeader(String)

        /// The problem in a few words, for a verdict.
        var summary: String {
            switch self {
            case .notAnAddress(let text):
                "not an http(s) URL: \(HTTPMessage.withoutSecrets(text))"
            case .badMethod(let method): "'\(method.prefix(40))' is not an HTTP method"
            case .badHeader(let name):
                "header '\(name.prefix(40))' is not of the form 'Name: value'"
            }
        }
    }

    /// The request that a line asks for.
    static func request(for request: ProbeRequest) -> Result<HTTPRequest, Problem> {
        let url = request.subject
        guard isAddress(url) else { return .failure(.notAnAddress(url)) }
        let body = request.option("send")
        let method = (request.option("method") ?? (body == nil ? "GET" : "POST")).uppercased()
        guard isToken(method) else { return .failure(.badMethod(method)) }
        var fields: [HTTPField] = []
        for text in request.values(of: "header") {
            guard let field = field(text) else {
                return .failure(.badHeader(String(text.prefix { $0 != ":" && $0 != "=" })))
            }
            fields.append(field)
        }
        return .success(
            HTTPRequest(
                method: method, url: url, fields: fields, body: body.map { Array($0.utf8) },
                timeout: request.timeout, followsRedirects: request.option("follow") != "false"))
    }

    /// Whether a text is an absolute address of http or https.
    static func isAddress(_ text: String) -> Bool {
        guard let address = Address(url: text), address.host != nil else { return false }
        return (address.scheme == "http" || address.scheme == "https")
            && text.utf8.allSatisfy { $0 > 0x20 && $0 != 0x7F }
    }

    /// Reads `Name: value`; a line break in the value could smuggle a second field in.
    static func field(_ text: String) -> HTTPField? {
        guard let colon = text.firstIndex(of: ":") else { return nil }
        let name = String(text[..<colon])
        let value = text[text.index(after: colon)...].drop { $0 == " " || $0 == "\t" }
        guard isToken(name), value.utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x7F || $0 == 0x09 })
        else { return nil }
        return HTTPField(name: name, value: String(value))
    }

    /// Whether a text is a token (RFC 9110, 5.6.2), as methods and field names are.
    static func isToken(_ text: String) -> Bool {
        !text.isEmpty
            && text.utf8.allSatisfy { byte in
                (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte)
                    || "!#$%&'*+-.^_`|~".utf8.contains(byte)
            }
    }

    /// An address without user, password, query and fragment, on one short line.
    static func withoutSecrets(_ url: some StringProtocol) -> String {
        let path = url.prefix { $0 != "?" && $0 != "#" }
        // All up to the last `@`, since what is no valid address may have one anywhere.
        let secretEnd = path.lastIndex(of: "@").map { path.index(after: $0) }
        let start = path.firstRange(of: "://")?.upperBound ?? path.startIndex
        let shown =
            secretEnd.map { String(path[..<start]) + String(path[max($0, start)...]) }
            ?? String(path)
        let line = shown.unicodeScalars.prefix(120).filter { $0.value > 0x20 && $0.value != 0x7F }
        let isWhole = path.endIndex == url.endIndex
        return String(String.UnicodeScalarView(line)) + (isWhole ? "" : "…")
    }
}
