import Catalog
import Machine
import Probes

/// What a WebSocket server sends: the head of its answer where the input starts with `HTTP`, frames
/// behind a good head otherwise.
struct WebSocketSubject: FuzzSubject {
    let name = "websocket"
    let longestInput = 1024

    /// The answer to a key of sixteen zeros (RFC 6455, 4.2.2).
    private static let head = Array(
        """
        HTTP/1.1 101 Switching Protocols\r
        Upgrade: websocket\r
        Connection: Upgrade\r
        Sec-WebSocket-Accept: ICX+Yqv66kxgM0FcWaLWlFLwTAI=\r
        \r

        """.utf8)
    private static let line = """
        ws ws://rooms.example/ open=true message~a json.type=welcome close=none reason=a \
        header.server=a send=hello
        """

    func read(_ bytes: [UInt8]) async throws(BrokenPromise) {
        let start = bytes.starts(with: Array("HTTP".utf8)) ? [] : Self.head
        let place = SourceLocation(file: "page.md", line: 1)
        let probe = WebSocketProbe { [UInt8](repeating: 0, count: 16) }
        guard let line = ProbeLineParser.parse(Self.line, at: place).lines.first,
            let check = try? ProbeCheck(line, variables: { _ in nil }, timeout: .seconds(5))
        else { throw BrokenPromise("the line of the subject is wrong") }
        // Frames come in pieces of any size.
        let half = bytes.count / 2
        let pieces = [start + bytes[..<half], Array(bytes[half...])]
        let sockets = FakeSocketConnector([
            SocketTarget(host: "rooms.example", port: 80): .pieces(pieces)
        ])
        try await ProbeLook.look(check, of: probe, in: .fake(sockets: sockets))
    }
}
