import Demo
import Machine

/// A real server that answers preflights, rightly and wrongly, by the path that is asked for.
enum PreflightServer {
    /// The origin that it lets in where it lets one in.
    static let origin = "https://app.example"

    /// What the server answers, by the path that is asked for.
    private struct Answer {
        var status = 204
        var fields: [(String, String)] = []

        /// One that allows what is usual, with other fields.
        static func usual(
            status: Int = 204, origin: String? = PreflightServer.origin,
            methods: String? = "GET, PUT",
            headers: String? = "Content-Type, X-Token", _ others: (String, String)...
        ) -> Answer {
            let named = [("Origin", origin), ("Methods", methods), ("Headers", headers)]
            return Answer(
                status: status,
                fields: named.compactMap { pair in
                    pair.1.map { ("Access-Control-Allow-\(pair.0)", $0) }
                } + others)
        }
    }

    private static let credentials = ("Access-Control-Allow-Credentials", "true")

    private static let answers: [String: Answer] = [
        "/right": .usual(("Access-Control-Max-Age", "600")), "/created": .usual(status: 299),
        "/any": .usual(origin: "*", methods: "*", headers: "*"),
        "/any-with-credentials": .usual(origin: "*", methods: "*", headers: "*", credentials),
        "/stars": .usual(methods: "*", headers: "*", credentials),
        "/cookies": .usual(methods: "PUT", headers: "x-token", credentials),
        "/cookies-True": .usual(("Access-Control-Allow-Credentials", "True")),
        "/plain": .usual(methods: nil, headers: nil), "/none": Answer(),
        "/lists": .usual(methods: " GET ,, put\t,PATCH", headers: "x-TOKEN,\tAUTHORIZATION"),
        "/empty": .usual(methods: "", headers: ""),
        "/slash": .usual(origin: "https://app.example/"), "/null": .usual(origin: "null"),
        "/case": .usual(origin: "https://App.example"),
        "/other": .usual(origin: "https://b.example"),
        "/twice": .usual(("Access-Control-Allow-Origin", "*")),
        "/spaces": .usual(methods: "GET PUT", headers: "X-Token"),
        "/semicolons": .usual(methods: "GET, PUT", headers: "X-Token; Authorization"),
        "/405": Answer(status: 405, fields: [("Server", "nginx/1.27")]),
        "/500": .usual(status: 500), "/401": .usual(status: 401, origin: nil),
        "/moved": .usual(status: 308, ("Location", "/right")),
        "/elsewhere": Answer(
            status: 301, fields: [("Location", "https://u:p4ssw0rd@x.example/?t=1")]),
        "/304": .usual(status: 304), "/control": .usual(origin: "https://b\u{9B}31m\u{7}.example"),
        "/ages": .usual(("Access-Control-Max-Age", "soon")),
    ]

    /// Runs a test on a server, with a check that reaches it.
    static func run(_ test: (LoopbackServer, LineCheck) async throws -> Void) async throws {
        let server = try LoopbackServer.start { request in
            switch request.path {
            case "/hang": .hang
            case "/reset": .reset
            case "/garbage": .raw(Array("SSH-2.0-OpenSSH_9.2\r\n".utf8))
            default: reply(to: request)
            }
        }
        defer { server.stop() }
        try await test(server, LineCheck(.fake(transport: LiveHTTPTransport())))
    }

    private static func reply(to request: LoopbackRequest) -> LoopbackReply {
        // A server that lets everything in on other methods must not look right.
        guard request.method == "OPTIONS" else {
            return .status(
                200, fields: [HTTPField(name: "Access-Control-Allow-Origin", value: "*")])
        }
        guard let answer = answers[request.path] else { return .status(404) }
        return .status(
            answer.status, fields: answer.fields.map { HTTPField(name: $0.0, value: $0.1) })
    }
}
