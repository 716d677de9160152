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

/// What a look waits for once a WebSocket is open.
struct WebSocketPlan: Sendable, Hashable {
    /// The text that is sent first.
    var text: String?
    /// Whether a text message is wanted.
    var wantsMessage = false
    /// Whether it is wanted whether the other side closes.
    var wantsClose = false
    /// How long both are waited for.
    var patience: Duration

    /// How long a line without `wait` waits.
    static let defaultPatience = Duration.seconds(2)

    /// Whether everything wanted has been seen.
    func isMet(by sight: WebSocketSight) -> Bool {
        (!wantsMessage || sight.message != nil) && (!wantsClose || sight.close != nil)
    }
}
