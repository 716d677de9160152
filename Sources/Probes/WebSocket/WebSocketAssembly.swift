/// Puts the frames of a message together (RFC 6455, 5.4).
struct WebSocketAssembly {
    private var kind: WebSocketFrame.Kind?
    private var bytes: [UInt8] = []
    private var isTruncated = false

    /// A message that is complete.
    struct Message: Sendable, Hashable {
        /// Whether it is text.
        var isText: Bool
        /// Its bytes, perhaps only the first.
        var bytes: [UInt8]
        /// Whether it had more bytes than were kept.
        var isTruncated: Bool
    }

    /// Takes a frame that is no control frame in; gives the message that it completes.
    ///
    /// - Throws: ``WebSocketFailure/malformed(_:)`` where the frame does not belong there.
    mutating func add(
        _ frame: WebSocketFrame, limit: Int
    ) throws(WebSocketFailure) -> Message? {
        if frame.kind == .continuation {
            guard kind != nil else { throw .malformed("a continuation of nothing") }
        } else {
            guard kind == nil else { throw .malformed("a message inside another") }
            kind = frame.kind
        }
        let room = max(0, limit - bytes.count)
        bytes += frame.payload.prefix(room)
        isTruncated = isTruncated || frame.isTruncated || frame.payload.count > room
        guard frame.isFinal else { return nil }
        defer { self = WebSocketAssembly() }
        let message = Message(isText: kind == .text, bytes: bytes, isTruncated: isTruncated)
        // What is cut may end within a character.
        if message.isText, !isTruncated, String(validating: bytes, as: UTF8.self) == nil {
            throw .malformed("a text message that is not UTF-8")
        }
        return message
    }
}
