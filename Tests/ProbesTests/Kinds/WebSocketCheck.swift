import Catalog
import Machine
import Redaction
import Testing

@testable import Probes

/// Runs a line of the kind `ws` against a server that is a table.
enum WebSocketCheck {
    /// An answer that opens the WebSocket.
    static let accepted = Array(
        """
        HTTP/1.1 101 Switching Protocols\r
        Upgrade: websocket\r
        Connection: Upgrade\r
        Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=\r
        Server: rooms/1\r
        \r

        """.utf8)

    /// Where all lines lead.
    private static let target = SocketTarget(host: "rooms.example", port: 80)

    /// A frame as servers send it.
    static func frame(_ kind: WebSocketFrame.Kind, _ payload: [UInt8]) -> [UInt8] {
        [0x80 | kind.rawValue, UInt8(payload.count)] + payload
    }

    /// A text message in one frame.
    static func text(_ text: String) -> [UInt8] { frame(.text, Array(text.utf8)) }

    /// A frame that closes.
    static func close(_ code: Int, _ reason: String = "") -> [UInt8] {
        frame(.close, [UInt8(code >> 8), UInt8(code & 0xFF)] + Array(reason.utf8))
    }

    /// What a line about `ws://rooms.example/` comes to, and what was sent for it.
    static func look(
        _ conditions: String, _ answer: FakeSocketConnector.Answer,
        secrets: [String] = [], url: String = "ws://rooms.example/"
    ) async throws -> (result: ProbeResult, sent: [[UInt8]]) {
        let check = try LineCheck.check("ws \(url) \(conditions)")
        let probe = WebSocketProbe { Array("the sample nonce".utf8) }
        let sockets = FakeSocketConnector([Self.target: answer])
        let code = Entry(
            id: "rooms/code-4003", system: "rooms",
            title: "Close code 4003: token scope mismatch", kind: .code,
            location: SourceLocation(file: "rooms.md", line: 1), recogniser: "code-list")
        let redactor = Redactor()
        redactor.learn(values: secrets)
        let context = ProbeContext(
            world: .fake(sockets: sockets), redactor: redactor,
            knowledge: RunbookKnowledge([code]))
        let observation = await probe.observe(check.request, in: context)
        let results = check.results(of: observation, duration: .zero, redactor: context.redactor)
        return (try #require(results.first), sockets.sent)
    }

    /// A server that opens the WebSocket and sends these frames, then nothing, or its end.
    static func opened(_ frames: [[UInt8]], silent: Bool = true) -> FakeSocketConnector.Answer {
        let pieces = [Self.accepted] + frames
        return silent ? .silentAfter(pieces) : .pieces(pieces)
    }

    /// A server that answers with this text and closes.
    static func answered(_ text: String) -> FakeSocketConnector.Answer {
        .pieces([Array(text.utf8)])
    }
}
