import Machine
import Testing

@testable import Probes

@Suite("The handshake of a WebSocket")
struct WebSocketHandshakeTests {
    /// The key of RFC 6455, 1.3.
    private static let key = Array("the sample nonce".utf8)

    private func handshake(
        _ url: String = "ws://h:9/chat?a=b", fields: [HTTPField] = [], protocols: [String] = []
    ) throws -> WebSocketHandshake {
        WebSocketHandshake(
            to: try #require(WebSocketAddress(url)), fields: fields, protocols: protocols,
            key: Self.key)
    }

    @Test("the answer to the key of the standard is that of the standard")
    func accept() {
        #expect(
            WebSocketHandshake.accept(for: "dGhlIHNhbXBsZSBub25jZQ==")
                == "s3pPLMBiTxaQ9kYGzzhZRbK+xOo=")
    }

    @Test("the request has what it must have, and fields given take the place of ours")
    func request() throws {
        let plain = try handshake().request
        #expect(
            String(decoding: plain, as: UTF8.self) == """
                GET /chat?a=b HTTP/1.1\r
                Host: h:9\r
                Upgrade: websocket\r
                Connection: Upgrade\r
                Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r
                Sec-WebSocket-Version: 13\r
                \r

                """)
        let other = try handshake(
            "wss://u:p@h", fields: [HTTPField(name: "host", value: "other")],
            protocols: ["a", "b"]
        ).request
        #expect(
            String(decoding: other, as: UTF8.self).hasSuffix(
                "Sec-WebSocket-Protocol: a, b\r\nAuthorization: Basic dTpw\r\nhost: other\r\n\r\n"))
        #expect(!String(decoding: other, as: UTF8.self).contains("Host: h"))
    }

    private static let good = [
        "Upgrade": "WebSocket", "Connection": "keep-alive, Upgrade",
        "Sec-WebSocket-Accept": "s3pPLMBiTxaQ9kYGzzhZRbK+xOo=",
    ]

    @Test(
        "an answer of 101 must be one to this handshake",
        arguments: [
            ([:], nil),
            (["Sec-WebSocket-Protocol": "b"], nil),
            (["Upgrade": "h2c"], "Upgrade"),
            (["Upgrade": nil], "Upgrade"),
            (["Connection": "close"], "Connection: Upgrade"),
            (["Sec-WebSocket-Accept": nil], "wrong Sec-WebSocket-Accept"),
            (
                ["Sec-WebSocket-Accept": "s3pPLMBiTxaQ9kYGzzhZRbK+xOO="],
                "wrong Sec-WebSocket-Accept"
            ),
            (["Sec-WebSocket-Extensions": "permessage-deflate"], "extension"),
            (["Sec-WebSocket-Protocol": "c"], "subprotocol"),
        ] as [([String: String?], String?)])
    func answers(changes: [String: String?], problem: String?) throws {
        let fields = Self.good.merging(changes.compactMapValues(\.self)) { $1 }
            .filter { changes[$0.key] != .some(.none) }
        let lines = fields.map { "\($0.key): \($0.value)\r\n" }.joined()
        let head = try HTTPResponseHead(Array("HTTP/1.1 101 x\r\n\(lines)\r\n".utf8))
        let found = try handshake(protocols: ["a", "b"]).problem(in: head)
        if let problem {
            #expect(found?.contains(problem) == true, "\(found ?? "none")")
        } else {
            #expect(found == nil)
        }
    }
}
