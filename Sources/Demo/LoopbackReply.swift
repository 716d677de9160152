import Machine

/// What a ``LoopbackServer`` does with a request: answers it, or misbehaves in a known way.
public enum LoopbackReply: Sendable {
    /// A well-formed response.
    case response(status: Int, fields: [HTTPField], body: [UInt8])
    /// Silence, with the connection kept open until the client or the server gives up.
    case hang
    /// The connection is reset with no response.
    case reset
    /// These bytes and nothing else.
    case raw([UInt8])
    /// A response that ends before its promised length.
    case closeMidway
    /// A response whose body comes a byte at a time.
    case drip(count: Int, every: Duration)

    /// A response with a text body.
    public static func text(
        _ body: String, status: Int = 200, type: String = "text/plain", fields: [HTTPField] = []
    ) -> LoopbackReply {
        let typed = [HTTPField(name: "Content-Type", value: type)] + fields
        return .response(status: status, fields: typed, body: Array(body.utf8))
    }

    /// A response with a JSON body.
    public static func json(_ body: String, status: Int = 200) -> LoopbackReply {
        text(body, status: status, type: "application/json")
    }

    /// A response with no body.
    public static func status(_ status: Int, fields: [HTTPField] = []) -> LoopbackReply {
        .response(status: status, fields: fields, body: [])
    }

    /// A redirect to the address, which is sent as it is.
    public static func redirect(to location: String, status: Int = 302) -> LoopbackReply {
        .status(status, fields: [HTTPField(name: "Location", value: location)])
    }
}
