/// One frame of a WebSocket (RFC 6455, 5.2).
struct WebSocketFrame: Sendable, Hashable {
    /// What a frame is.
    enum Kind: UInt8, Sendable {
        case continuation = 0x0
        case text = 0x1
        case binary = 0x2
        case close = 0x8
        case ping = 0x9
        case pong = 0xA

        /// Whether it stands between the parts of a message: it is short and in one piece.
        var isControl: Bool { rawValue & 0x8 != 0 }
    }

    /// What it is.
    var kind: Kind
    /// Whether it is the last of its message.
    var isFinal = true
    /// What it carries, perhaps only the start.
    var payload: [UInt8]
    /// Whether it carried more than was kept.
    var isTruncated = false

    /// The most bytes that a control frame carries.
    static let controlLimit = 125

    /// The frame as a client sends it, masked (RFC 6455, 5.3).
    ///
    /// - Parameter mask: 4 random bytes.
    func bytes(mask: [UInt8]) -> [UInt8] {
        var bytes: [UInt8] = [kind.rawValue | (isFinal ? 0x80 : 0)]
        let length = payload.count
        switch length {
        case ...125: bytes.append(0x80 | UInt8(length))
        case ...0xFFFF:
            bytes.append(0x80 | 126)
            bytes += [8, 0].map { UInt8(truncatingIfNeeded: length >> $0) }
        default:
            bytes.append(0x80 | 127)
            bytes += (0..<8).map { UInt8(truncatingIfNeeded: UInt64(length) >> (56 - 8 * $0)) }
        }
        bytes += mask
        bytes += payload.enumerated().map { $0.element ^ mask[$0.offset % mask.count] }
        return bytes
    }

    /// A mask that nobody can foresee.
    static func randomMask() -> [UInt8] { (0..<4).map { _ in UInt8.random(in: .min ... .max) } }
}
