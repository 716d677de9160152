import Foundation

extension StackTemplate {
    /// A room server and the proxy in front of it, with a certificate of a test authority.
    static let roomSync = StackTemplate(
        system: "room-sync", ports: ["SYNC_PORT", "TLS_PORT"],
        runbookVariables: { stack in
            [
                "ROOM_SYNC_URL": "http://127.0.0.1:\(stack.port("SYNC_PORT"))",
                "ROOM_WS_URL": "ws://127.0.0.1:\(stack.port("SYNC_PORT"))",
                "ROOM_TLS": "localhost:\(stack.port("TLS_PORT"))",
                "ROOM_TOKEN": roomToken(), "HELLO": hello(roomToken()),
                "OPERATOR_TOKEN": operatorToken(scope: "archive query topology tick policy room"),
                "BLOB_DIR": "/blobs",
                // By this one OpenSSL trusts the test authority.
                "SSL_CERT_FILE": stack.directory + "/certificates/authority.pem",
            ]
        },
        prepare: { try await $0.certify("localhost", days: 1) })

    /// A client's token for a room.
    ///
    /// - Parameter lifetime: in seconds from now, negative for a token that has expired.
    static func roomToken(for room: String = "canary", lifetime: Int = 3600) -> String {
        UnsignedToken.make(
            #"{"sub":"canary-client","room":"\#(room)","exp":\#(timestamp(in: lifetime))}"#)
    }

    /// The first message of a client.
    static func hello(_ token: String) -> String { #"{"type":"hello","token":"\#(token)"}"# }

    /// A token for control-plane commands.
    static func operatorToken(scope: String) -> String {
        UnsignedToken.make(
            #"{"sub":"operator","scope":"\#(scope)","exp":\#(timestamp(in: 3600))}"#)
    }

    /// Seconds since 1970, as tokens have them (RFC 7519, 2).
    private static func timestamp(in seconds: Int) -> Int {
        Int(Date().timeIntervalSince1970) + seconds
    }
}

extension ComposeStack {
    /// Gives the proxy a certificate for a host; it presents that from now on.
    ///
    /// - Parameter days: how long from now it is valid, negative for one that has expired.
    func certify(_ host: String, days: Int) async throws {
        try await Program.succeed(
            directory + "/certificates/issue", [host, "\(days)"], in: directory)
    }
}
