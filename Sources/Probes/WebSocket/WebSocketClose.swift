/// How a WebSocket was closed by the other side (RFC 6455, 7).
struct WebSocketClose: Sendable, Hashable {
    /// The code: that of the close frame, 1005 where it has none, 1006 where there was no frame.
    let code: Int
    /// The reason, invalid UTF-8 replaced.
    let reason: String

    /// The connection ended without a close frame.
    static let abnormal = WebSocketClose(code: 1006, reason: "")

    private init(code: Int, reason: String) {
        (self.code, self.reason) = (code, reason)
    }

    /// Reads the payload of a close frame.
    ///
    /// - Throws: ``WebSocketFailure/malformed(_:)`` where it is half a code.
    init(payload: [UInt8]) throws(WebSocketFailure) {
        guard payload.count != 1 else { throw .malformed("a close frame with half a code") }
        let code = payload.prefix(2).reduce(0) { $0 << 8 | Int($1) }
        self.init(
            code: payload.isEmpty ? 1005 : code,
            reason: String(decoding: payload.dropFirst(2), as: UTF8.self))
    }

    /// What the code means to everybody: RFC 6455, 7.4.1, and the registry it founded (IANA,
    /// WebSocket Close Code Number).
    var commonMeaning: String? { Self.meanings[code] }

    private static let meanings = [
        1000: "normal closure", 1001: "going away", 1002: "protocol error",
        1003: "unsupported data", 1005: "no code given",
        1006: "the connection ended without a close frame", 1007: "invalid data",
        1008: "policy violation", 1009: "message too big", 1010: "an extension is missing",
        1011: "internal error", 1012: "service restart", 1013: "try again later",
        1014: "bad gateway", 3000: "unauthorized", 3003: "forbidden", 3008: "time-out",
    ]
}
