import Foundation
import Machine

/// Asks MediaMTX's control API, version 3, as its OpenAPI description has it.
struct MediaMTXAPI: Sendable {
    /// The address without a path.
    let base: String

    private let transport: any HTTPTransport
    private let fields: [HTTPField]
    private let timeout: Duration

    /// Where the API listens unless told (MediaMTX's `apiAddress`).
    static let defaultBase = "http://localhost:9997"
    /// The API's own default.
    private static let itemsPerPage = 100
    /// The most pages of a list that are read.
    static let pageLimit = 50
    private static let bodyLimit = 8 << 20

    /// Why the API told nothing.
    enum Problem: Error, Sendable, Hashable {
        /// It has no such path.
        case notFound
        /// It wants credentials, or others than these.
        case notAllowed(isWithCredentials: Bool)
        /// It does not answer, or answers with an error, in a few words.
        case broken(String)
    }

    /// Prepares the requests.
    init(request: ProbeRequest, transport: any HTTPTransport) {
        var base = request.option("api") ?? Self.defaultBase
        while base.hasSuffix("/") { base.removeLast() }
        if base.hasSuffix("/v3") { base.removeLast(3) }
        self.base = base
        self.transport = transport
        timeout = request.timeout
        var fields = [HTTPField(name: "Accept", value: "application/json")]
        if let user = request.option("user"), !user.isEmpty {
            // RFC 7617, 2
            let pair = Data("\(user):\(request.option("password") ?? "")".utf8)
            let value = "Basic \(pair.base64EncodedString())"
            fields.append(HTTPField(name: "Authorization", value: value))
        }
        self.fields = fields
    }

    /// The state of a path, the schema `Path`.
    func path(_ name: String) async -> Result<JSONValue, Problem> {
        await get("/v3/paths/get/" + Self.encoded(name))
    }

    /// The settings of a path, the schema `PathConf`.
    func configuration(of name: String) async -> Result<JSONValue, Problem> {
        await get("/v3/config/paths/get/" + Self.encoded(name))
    }

    /// The settings that paths have unless theirs differ, the schema `PathConf`.
    func defaults() async -> Result<JSONValue, Problem> {
        await get("/v3/config/pathdefaults/get")
    }

    /// The states of all paths.
    func paths() async -> Result<[JSONValue], Problem> { await list("/v3/paths/list") }

    /// The settings of all configured paths.
    func configurations() async -> Result<[JSONValue], Problem> {
        await list("/v3/config/paths/list")
    }

    /// Whether the API answers at all.
    func ping() async -> Result<JSONValue, Problem> {
        await get("/v3/paths/list?itemsPerPage=1&page=0")
    }

    /// Reads a list page by page.
    private func list(_ path: String) async -> Result<[JSONValue], Problem> {
        var items: [JSONValue] = []
        var page = 0
        var pageCount = 1
        while page < min(pageCount, Self.pageLimit) {
            switch await get("\(path)?itemsPerPage=\(Self.itemsPerPage)&page=\(page)") {
            case .failure(.notFound): return .failure(.broken(foreignAnswer(404)))
            case .failure(let problem): return .failure(problem)
            case .success(let document):
                items += document["items"]?.array ?? []
                pageCount = document["pageCount"]?.int ?? 1
            }
            page += 1
        }
        return .success(items)
    }

    private func get(_ path: String) async -> Result<JSONValue, Problem> {
        let request = HTTPRequest(
            url: base + path, fields: fields, timeout: timeout, bodyLimit: Self.bodyLimit)
        let response: HTTPResponse
        do { response = try await transport.send(request) } catch {
            return .failure(.broken("the MediaMTX API at \(base): \(error.summary)"))
        }
        let document = try? JSONValue(parsing: response.body)
        switch response.status {
        case 200:
            guard let document, document.object != nil else {
                return .failure(.broken("what answers at \(base) is not MediaMTX's API"))
            }
            return .success(document)
        case 401, 403: return .failure(.notAllowed(isWithCredentials: fields.count > 1))
        // Other servers answer 404 too, but not in the API's form; older versions had no body.
        case 404 where response.body.isEmpty || document?["error"] != nil:
            return .failure(.notFound)
        default:
            guard let words = document?["error"]?.string else {
                return .failure(.broken(foreignAnswer(response.status)))
            }
            let line = PlainText.line(of: words)
            return .failure(
                .broken("the MediaMTX API at \(base) answers \(response.status): \(line)"))
        }
    }

    private func foreignAnswer(_ status: Int) -> String {
        "what answers at \(base) is not MediaMTX's API (status \(status))"
    }

    /// A name fit for a URL's path; slashes stay, for the API takes the rest of the path as it is.
    private static func encoded(_ name: String) -> String {
        var encoded = ""
        for byte in name.utf8 {
            if plainBytes.contains(byte) {
                encoded.unicodeScalars.append(Unicode.Scalar(byte))
            } else {
                let digits = String(byte, radix: 16, uppercase: true)
                encoded += (digits.count < 2 ? "%0" : "%") + digits
            }
        }
        return encoded
    }

    private static let plainBytes = Set(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/".utf8)
}
