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
