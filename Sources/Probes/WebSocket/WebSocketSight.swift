import Machine

/// What one look at a WebSocket brought.
struct WebSocketSight {
    /// The answer to the handshake; its body only where that was refused.
    var response: HTTPResponseHead
    /// The body of a refusal, only its start.
    var body: [UInt8] = []
    /// The time to that answer.
    var latency: Duration
    /// What is wrong with an answer that says 101.
    var problem: String?
    /// The first text message.
    var message: WebSocketAssembly.Message?
    /// How many binary messages came.
    var binaryCount = 0
    /// How the other side closed, if it did.
    var close: WebSocketClose?
    /// What it sent that no WebSocket sends, or why nothing more was read.
    var breakage: String?
    /// How long messages and a close were waited for.
    var watched: Duration = .zero

    /// Whether the WebSocket was opened.
    var isOpen: Bool { response.status == 101 && problem == nil }
}
