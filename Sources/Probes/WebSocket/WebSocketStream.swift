import Machine

/// Reads what comes over a connection, up to a deadline and a number of bytes.
struct WebSocketStream {
    /// When waiting ends, in the clock's uptime.
    var deadline: Duration

    private let connection: any SocketConnection
    private let clock: any WorldClock
    private var buffer: [UInt8] = []
    private var position = 0
    private var received = 0

    /// How much is received at a time, in bytes.
    private static let chunk = 16 << 10
    /// How much one look reads of a server that never stops, in bytes.
    static let limit = 64 << 20

    init(_ connection: any SocketConnection, clock: any WorldClock, deadline: Duration) {
        self.connection = connection
        self.clock = clock
        self.deadline = deadline
    }

    /// The time that is left.
    var remaining: Duration { max(.zero, deadline - clock.uptime) }

    /// What came and was not taken yet.
    private var pending: ArraySlice<UInt8> { buffer[position...] }

    /// Waits for more bytes; `false` at the end of the stream.
    private mutating func fill() async throws(WebSocketFailure) -> Bool {
        guard remaining > .zero else { throw .socket(.timedOut(after: .zero)) }
        guard received < Self.limit else { throw .tooMuch(Self.limit) }
        compact()
        do throws(SocketFailure) {
            let bytes = try await connection.receive(limit: Self.chunk, timeout: remaining)
            buffer += bytes
            received += bytes.count
            return !bytes.isEmpty
        } catch {
            throw .socket(error)
        }
    }

    /// Lets go of what has been taken.
    private mutating func compact() {
        buffer.removeFirst(position)
        position = 0
    }

    /// Takes exactly so many bytes, few.
    private mutating func take(
        _ count: Int, midway: Bool
    ) async throws(WebSocketFailure) -> [UInt8] {
        while pending.count < count {
            guard try await fill() else { throw .ended(midway: midway || !pending.isEmpty) }
        }
        defer { position += count }
        return Array(pending.prefix(count))
    }
}

extension WebSocketStream {
    /// Reads the head of an HTTP response.
    mutating func head() async throws(WebSocketFailure) -> HTTPResponseHead {
        compact()
        var scanner = HTTPHeadScanner()
        while true {
            do throws(HTTPResponseHead.Problem) {
                if let end = try scanner.end(in: buffer) {
                    position = end
                    return try HTTPResponseHead(buffer.prefix(end))
                }
            } catch {
                throw .head(error)
            }
            guard try await fill() else { throw .ended(midway: !buffer.isEmpty) }
        }
    }

    /// What came of an answer that is no HTTP, for a message.
    var start: [UInt8] { Array(pending.prefix(200)) }

    /// Reads the start of a body, as far as it comes before the deadline.
    ///
    /// - Parameter length: how long it says it is.
    mutating func body(length: Int?, limit: Int) async -> [UInt8] {
        let wanted = min(length ?? limit, limit)
        while pending.count < wanted, (try? await fill()) == true {}
        return Array(pending.prefix(max(0, wanted)))
    }

    /// Reads one frame (RFC 6455, 5.2).
    ///
    /// - Parameter limit: how many bytes of its payload are kept.
    mutating func frame(keeping limit: Int) async throws(WebSocketFailure) -> WebSocketFrame {
        let start = try await take(2, midway: false)
        guard start[0] & 0x70 == 0 else {
            throw .malformed("a frame with reserved bits, as of an extension that nobody offered")
        }
        guard let kind = WebSocketFrame.Kind(rawValue: start[0] & 0x0F) else {
            throw .malformed("a frame of the unknown kind \(start[0] & 0x0F)")
        }
        guard start[1] & 0x80 == 0 else {
            throw .malformed("a masked frame, as only clients send")
        }
        let isFinal = start[0] & 0x80 != 0
        let length = try await length(start[1])
        if kind.isControl {
            guard isFinal else { throw .malformed("a control frame in parts") }
            guard length <= UInt64(WebSocketFrame.controlLimit) else {
                throw .malformed("a control frame of more than 125 bytes")
            }
        }
        let payload = try await payload(length, keeping: limit)
        return WebSocketFrame(
            kind: kind, isFinal: isFinal, payload: payload,
            isTruncated: UInt64(payload.count) < length)
    }

    /// The length of a payload, written in the shortest way there is.
    private mutating func length(_ short: UInt8) async throws(WebSocketFailure) -> UInt64 {
        let (count, least): (Int, UInt64) =
            switch short {
            case ..<126: (0, 0)
            case 126: (2, 126)
            default: (8, 0x1_0000)
            }
        guard count > 0 else { return UInt64(short) }
        let length = try await take(count, midway: true).reduce(0) { $0 << 8 | UInt64($1) }
        guard length >= least, length <= UInt64(Int64.max) else {
            throw .malformed("a frame whose length is not written as it must be")
        }
        return length
    }

    private mutating func payload(
        _ length: UInt64, keeping limit: Int
    ) async throws(WebSocketFailure) -> [UInt8] {
        var kept: [UInt8] = []
        var left = length
        while left > 0 {
            if pending.isEmpty {
                guard try await fill() else { throw .ended(midway: true) }
            }
            let piece = pending.prefix(Int(clamping: left))
            kept += piece.prefix(max(0, limit - kept.count))
            position += piece.count
            left -= UInt64(piece.count)
        }
        return kept
    }
}
