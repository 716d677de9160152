import Machine

/// What a port that speaks no TLS speaks instead.
struct PlainAnswer {
    private let endpoint: Endpoint
    private let world: World

    /// Enough for the first line of any greeting.
    private static let limit = 64
    /// Harmless to everyone, and answered by all HTTP servers.
    private static let question = Array("HEAD / HTTP/1.0\r\n\r\n".utf8)

    /// Makes the question.
    init(_ endpoint: Endpoint, world: World) {
        self.endpoint = endpoint
        self.world = world
    }

    /// The beginnings of greetings and what they mean (RFC 9112, 4; RFC 4253, 4.2; RFC 5321, 3.1;
    /// RFC 9051, 7.1; RFC 1939, 4).
    private static let greetings = [
        ("HTTP/", "answers with plain HTTP, without TLS"),
        ("SSH-", "is an SSH server, which speaks no TLS"),
        ("220", "speaks before TLS: give starttls=smtp or starttls=ftp"),
        ("* OK", "speaks before TLS: give starttls=imap"),
        ("+OK", "speaks before TLS: give starttls=pop3"),
    ]

    /// What it speaks, in a few words; `nil` where that can't be told.
    func words(within timeout: Duration) async -> String? {
        let target = SocketTarget(host: endpoint.host, port: endpoint.port)
        let end = world.clock.uptime + timeout
        do throws(SocketFailure) {
            let socket = try await world.sockets.connect(to: target, timeout: timeout)
            defer { socket.close() }
            try await socket.send(Self.question, timeout: end - world.clock.uptime)
            let bytes = try await socket.receive(
                limit: Self.limit, timeout: end - world.clock.uptime)
            let text = String(decoding: bytes, as: UTF8.self)
            return Self.greetings.first { text.hasPrefix($0.0) }?.1
        } catch {
            return nil
        }
    }
}
