import Foundation
import Machine

/// The request that asks for a WebSocket, and what its answer must be (RFC 6455, 4.1).
struct WebSocketHandshake: Sendable {
    private let address: WebSocketAddress
    private let fields: [HTTPField]
    private let protocols: [String]
    /// The value of `Sec-WebSocket-Key`, in Base64.
    private let key: String

    /// The 16 random bytes that each handshake has.
    static func randomKey() -> [UInt8] { (0..<16).map { _ in UInt8.random(in: .min ... .max) } }

    /// Makes a handshake.
    ///
    /// - Parameters:
    ///   - address: where it goes.
    ///   - fields: further header fields, which take the place of ours of the same name.
    ///   - protocols: the subprotocols that are offered, the favourite first.
    ///   - key: 16 bytes.
    init(
        to address: WebSocketAddress, fields: [HTTPField] = [], protocols: [String] = [],
        key: [UInt8]
    ) {
        self.address = address
        self.fields = fields
        self.protocols = protocols
        self.key = Data(key).base64EncodedString()
    }

    /// The request as it is sent.
    var request: [UInt8] {
        var own = [
            HTTPField(name: "Host", value: address.hostField),
            HTTPField(name: "Upgrade", value: "websocket"),
            HTTPField(name: "Connection", value: "Upgrade"),
            HTTPField(name: "Sec-WebSocket-Key", value: key),
            HTTPField(name: "Sec-WebSocket-Version", value: "13"),
        ]
        if !protocols.isEmpty {
            own.append(
                HTTPField(
                    name: "Sec-WebSocket-Protocol", value: protocols.joined(separator: ", ")))
        }
        if let authorization = address.authorization {
            own.append(HTTPField(name: "Authorization", value: authorization))
        }
        let replaced = Set(fields.map { $0.name.lowercased() })
        let all = own.filter { !replaced.contains($0.name.lowercased()) } + fields
        let lines = all.map { "\($0.name): \($0.value)\r\n" }.joined()
        return Array("GET \(address.resource) HTTP/1.1\r\n\(lines)\r\n".utf8)
    }

    /// What is wrong with an answer of status 101; `nil` where the WebSocket is open.
    func problem(in head: HTTPResponseHead) -> String? {
        guard head.list(of: "Upgrade", has: "websocket") else {
            return "answered 101, but not to a WebSocket: Upgrade is missing or another"
        }
        guard head.list(of: "Connection", has: "upgrade") else {
            return "answered 101 without Connection: Upgrade"
        }
        guard head.value(of: "Sec-WebSocket-Accept") == Self.accept(for: key) else {
            return
                "answered 101 with a wrong Sec-WebSocket-Accept: not a WebSocket server, or a cache"
        }
        guard (head.value(of: "Sec-WebSocket-Extensions") ?? "").isEmpty else {
            return "answered 101 with an extension that was not offered"
        }
        guard head.value(of: "Sec-WebSocket-Protocol").map(protocols.contains) ?? true else {
            return "answered 101 with a subprotocol that was not offered"
        }
        return nil
    }

    /// What a server makes of a key to show that it has read it.
    static func accept(for key: String) -> String {
        let digest = SHA1.digest(of: (key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11").utf8)
        return Data(digest).base64EncodedString()
    }
}
