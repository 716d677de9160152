import Foundation
import Machine

/// Asks MediaMTX's control API, version 3, as its OpenAPI description has it.
struct MediaMTXAPI: Sendable {
    /// The address without a path.
    let base: String

    private let world: World
    private let fields: [HTTPField]
    private let timeout: Duration
    /// The uptime by which all answers together must be there.
    private let end: Duration

    /// Where the API listens unless told (MediaMTX's `apiAddress`).
    static let defaultBase = "http://localhost:9997"
    /// The API's own default.
    private static let itemsPerPage = 100
    /// The most pages of a list that are read.
    static let pageLimit = 50
    /// Enough for a page of 100 paths with 280 readers each.
    private static let bodyLimit = 2 << 20

    /// What is said of an answer that is too long.
    static let tooLong =
        "the MediaMTX API tells more than \(AmountText.bytes(bodyLimit)) at once"

    /// Why the API told nothing.
    enum Problem: Error, Sendable, Hashable {
        /// It has no such path.
        case notFound
        /// It wants credentials, or others than these.
        case notAllowed(isWithCredentials: Bool)
        /// It does not answer, or answers with an error, in a few words.
        case broken(String)
        /// It answers with more than is read.
        case tooLong
    }

    /// Prepares the requests; nothing is asked yet, but their time begins.
    init(request: ProbeRequest, world: World) {
        var base = request.option("api") ?? Self.defaultBase
        while base.hasSuffix("/") { base.removeLast() }
        if base.hasSuffix("/v3") { base.removeLast(3) }
        self.base = base
        self.world = world
        timeout = request.timeout
        end = world.clock.uptime + request.timeout
        var fields = [HTTPField(name: "Accept", value: "application/json")]
        if let user = request.option("user"), !user.isEmpty {
            // RFC 7617, 2
            let pair = Data("\(user):\(request.option("password") ?? "")".utf8)
            let value = "Basic \(pair.base64EncodedString())"
            fields.append(HTTPField(name: "Authorization", value: value))
        }
        self.fields = fields
    }

    /// The state of a path.
    func path(_ name: String) async -> Result<MediaMTXPath.State, Problem> {
        await get("/v3/paths/get/" + Self.encoded(name)).map(MediaMTXPath.State.init)
    }

    /// The settings of a path.
    func configuration(of name: String) async -> Result<MediaMTXPath.Configuration, Problem> {
        await get("/v3/config/paths/get/" + Self.encoded(name))
            .map(MediaMTXPath.Configuration.init)
    }

    /// The settings that paths have unless theirs differ.
    func defaults() async -> Result<MediaMTXPath.Configuration, Problem> {
        await get("/v3/config/pathdefaults/get").map(MediaMTXPath.Configuration.init)
    }

    /// What is taken of the states of all paths, the schema `Path`.
    func paths<Part: Sendable>(
        _ take: @Sendable (JSONValue) -> Part?
    ) async -> Result<[Part], Problem> { await list("/v3/paths/list", take) }

    /// What is taken of the settings of all configured paths, the schema `PathConf`.
    func configurations<Part: Sendable>(
        _ take: @Sendable (JSONValue) -> Part?
    ) async -> Result<[Part], Problem> { await list("/v3/config/paths/list", take) }

    /// Whether the API answers at all.
    func ping() async -> Result<JSONValue, Problem> {
        await get("/v3/paths/list?itemsPerPage=1&page=0")
    }

    /// Reads a list page by page; of each only what is taken is kept.
    private func list<Part: Sendable>(
        _ path: String, _ take: (JSONValue) -> Part?
    ) async -> Result<[Part], Problem> {
        var parts: [Part] = []
        var page = 0
        var pageCount = 1
        while page < min(pageCount, Self.pageLimit) {
            switch await get("\(path)?itemsPerPage=\(Self.itemsPerPage)&page=\(page)") {
            case .failure(.notFound): return .failure(.broken(foreignAnswer(404)))
            case .failure(let problem): return .failure(problem)
            case .success(let document):
                let items = document["items"]?.array ?? []
                guard items.count <= Self.itemsPerPage else {
                    return .failure(.broken(foreignAnswer))
                }
                parts += items.compactMap(take)
                pageCount = document["pageCount"]?.int ?? 1
            }
            page += 1
        }
        return .success(parts)
    }

    /// Sends within the time that earlier requests have left.
    private func send(_ path: String) async throws(HTTPFailure) -> HTTPResponse {
        let remaining = end - world.clock.uptime
        guard remaining > .zero else { throw .timedOut(after: timeout) }
        do throws(HTTPFailure) {
            return try await world.transport.send(
                HTTPRequest(
                    url: base + path, fields: fields, timeout: remaining,
                    bodyLimit: Self.bodyLimit))
        } catch .timedOut where remaining < timeout {
            throw .timedOut(after: timeout)
        } catch {
            throw error
        }
    }

    private func get(_ path: String) async -> Result<JSONValue, Problem> {
        let response: HTTPResponse
        do { response = try await send(path) } catch {
            return .failure(.broken("the MediaMTX API at \(base): \(error.summary)"))
        }
        let isObject = response.body.first == UInt8(ascii: "{")
        if response.isTruncated, response.status == 200, isObject { return .failure(.tooLong) }
        let document = try? JSONValue(parsing: response.body)
        switch response.status {
        case 200:
            guard let document, document.object != nil else {
                return .failure(.broken(foreignAnswer))
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

    private var foreignAnswer: String { "what answers at \(base) is not MediaMTX's API" }

    private func foreignAnswer(_ status: Int) -> String { "\(foreignAnswer) (status \(status))" }

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
