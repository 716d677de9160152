import Machine

/// What a probe line asks of a WebSocket, taken out of its words.
struct WebSocketRequest: Sendable {
    /// Where the connection goes.
    let target: SocketTarget
    /// What is waited for once it is open.
    let plan: WebSocketPlan
    private let address: WebSocketAddress
    private let fields: [HTTPField]
    private let protocols: [String]

    /// Why no WebSocket can be opened for a line.
    enum Problem: Error, Hashable {
        /// The subject is no ws or wss address.
        case notAnAddress(String)
        /// A header option is not `Name: value`; its value is left out, it may be a secret.
        case badHeader(String)
        /// A header option is a field of the handshake itself.
        case ownHeader(String)
        /// An offered subprotocol has characters that none has.
        case badProtocol(String)
        /// There is no such file of trusted certificates.
        case noFile(String)
        /// The disk with that file did not answer in time.
        case silentDisk(String, Duration)

        /// The problem in a few words, for a verdict.
        var summary: String {
            switch self {
            case .notAnAddress(let text):
                "not a ws(s) URL: \(HTTPMessage.withoutSecrets(text))"
            case .badHeader(let name): HTTPMessage.Problem.badHeader(name).summary
            case .ownHeader(let name): "header '\(name)' is set by the handshake itself"
            case .badProtocol(let name): "'\(name.prefix(40))' is not a subprotocol"
            case .noFile(let path): "\(path) does not exist"
            case .silentDisk(let path, let limit): "\(path) \(BlockingCall.silence(of: limit))"
            }
        }
    }

    /// The fields that make the handshake; subprotocols have an option of their own.
    private static let ownFields: Set = [
        "connection", "content-length", "transfer-encoding", "upgrade", "sec-websocket-extensions",
        "sec-websocket-key", "sec-websocket-protocol", "sec-websocket-version",
    ]

    /// Reads a line's subject, options and expectations.
    ///
    /// - Throws: ``Problem``.
    init(_ request: ProbeRequest, in world: World) async throws(Problem) {
        guard let address = WebSocketAddress(request.subject) else {
            throw .notAnAddress(request.subject)
        }
        self.address = address
        target = SocketTarget(
            host: address.host, port: address.port, carrier: address.isSecure ? .tls : .tcp,
            certificateAuthorityFile: try await Self.file(of: request, in: world))
        let origin = request.option("origin").map { ["Origin: \($0)"] } ?? []
        fields = try Self.fields(request.values(of: "header") + origin)
        protocols = try Self.protocols(request.option("protocol"))
        let keys = request.expectations.map(\.key)
        plan = WebSocketPlan(
            text: request.option("send"),
            wantsMessage: keys.contains { $0 == "message" || $0.hasPrefix("json.") },
            wantsClose: keys.contains { $0 == "close" || $0 == "reason" },
            patience: request.option("wait").flatMap { Quantity.timeout($0) }
                ?? WebSocketPlan.defaultPatience)
    }

    /// The handshake with a key of 16 bytes.
    func handshake(key: [UInt8]) -> WebSocketHandshake {
        WebSocketHandshake(to: address, fields: fields, protocols: protocols, key: key)
    }

    /// The file of trusted certificates, where the line names one.
    private static func file(
        of request: ProbeRequest, in world: World
    ) async throws(Problem) -> String? {
        guard let name = request.option("ca") else { return nil }
        let (files, path) = (world.files, world.absolutePath(name))
        let exists = await BlockingCall.value(within: request.timeout, on: world.clock) {
            files.exists(path)
        }
        guard let exists else { throw .silentDisk(name, request.timeout) }
        guard exists else { throw .noFile(name) }
        return path
    }

    private static func fields(_ texts: [String]) throws(Problem) -> [HTTPField] {
        var fields: [HTTPField] = []
        for text in texts {
            guard let field = HTTPMessage.field(text) else {
                throw .badHeader(String(text.prefix { $0 != ":" && $0 != "=" }))
            }
            guard !ownFields.contains(field.name.lowercased()) else {
                throw .ownHeader(field.name)
            }
            fields.append(field)
        }
        return fields
    }

    private static func protocols(_ list: String?) throws(Problem) -> [String] {
        let names = (list ?? "").split(separator: ",").map { name in
            String(name.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
        }
        for name in names where !HTTPMessage.isToken(name) { throw .badProtocol(name) }
        return names
    }
}
