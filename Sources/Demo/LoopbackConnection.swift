import Foundation

/// One connection to a ``LoopbackServer``: a request is read, answered, and the connection closed.
struct LoopbackConnection {
    let descriptor: Int32
    let handler: @Sendable (LoopbackRequest) -> LoopbackReply

    /// The bound on a request's line and fields, in bytes.
    static let headLimit = 64 << 10
    /// The bound on a request's body, in bytes.
    static let bodyLimit = 16 << 20
    /// How long a client may be silent in the middle of its request.
    static let patience = Duration.seconds(30)

    private enum Reading {
        case request(LoopbackRequest)
        case refused(status: Int)
        case gone
    }

    /// Serves the connection; the caller closes it.
    func serve() {
        LoopbackSocket.prepare(descriptor, patience: Self.patience)
        switch read() {
        case .request(let request):
            let reply = handler(request)
            if case .reset = reply { return LoopbackSocket.resetOnClose(descriptor) }
            perform(reply, for: request)
        case .refused(let status): send(head(status: status, fields: [("Content-Length", "0")]))
        case .gone: return
        }
        waitForClient()
    }

    private func read() -> Reading {
        var bytes: [UInt8] = []
        var searched = 0
        while true {
            if let end = Self.endOfHead(in: bytes, from: searched) {
                return readBody(after: end, of: bytes)
            }
            guard bytes.count < Self.headLimit else { return .refused(status: 431) }
            // The end of the head may straddle two reads.
            searched = max(0, bytes.count - 3)
            let more = LoopbackSocket.receive(from: descriptor)
            guard !more.isEmpty else { return .gone }
            bytes += more
            // Whoever speaks another protocol, TLS above all, never sends the end of a head.
            guard bytes.first.map(Self.letters.contains) == true else {
                return .refused(status: 400)
            }
        }
    }

    /// What a method begins with.
    private static let letters = UInt8(ascii: "A")...UInt8(ascii: "Z")

    private func readBody(after end: Int, of bytes: [UInt8]) -> Reading {
        guard let head = LoopbackHead(bytes[..<end]), let length = head.bodyLength else {
            return .refused(status: 400)
        }
        guard length <= Self.bodyLimit else { return .refused(status: 413) }
        var body = Array(bytes[(end + 4)...])
        while body.count < length {
            let more = LoopbackSocket.receive(from: descriptor)
            guard !more.isEmpty else { return .gone }
            body += more
        }
        return .request(LoopbackRequest(head: head, body: Array(body.prefix(length))))
    }

    private static func endOfHead(in bytes: [UInt8], from start: Int) -> Int? {
        let end = Array("\r\n\r\n".utf8)
        guard bytes.count >= end.count, start <= bytes.count - end.count else { return nil }
        return (start...(bytes.count - end.count)).first { place in
            bytes[place..<(place + end.count)].elementsEqual(end)
        }
    }

    private func perform(_ reply: LoopbackReply, for request: LoopbackRequest) {
        switch reply {
        case .response(let status, let fields, let body):
            let named = fields.map { ($0.name, $0.value) }
            send(head(status: status, fields: named + [("Content-Length", "\(body.count)")]))
            if request.method != "HEAD" { LoopbackSocket.send(body, to: descriptor) }
        case .raw(let bytes): LoopbackSocket.send(bytes, to: descriptor)
        case .hang: LoopbackSocket.wait(for: descriptor, atMost: nil)
        case .reset: break
        case .closeMidway:
            send(head(status: 200, fields: [("Content-Length", "1000")]) + "only the beginning")
        case .drip(let count, let interval): drip(count, every: interval)
        }
    }

    private func drip(_ count: Int, every interval: Duration) {
        send(head(status: 200, fields: [("Content-Length", "\(count)")]))
        for _ in 0..<count {
            // The client says nothing more: what comes is its end, or that of the server.
            guard !LoopbackSocket.wait(for: descriptor, atMost: interval),
                LoopbackSocket.send([UInt8(ascii: ".")], to: descriptor)
            else { return }
        }
    }

    private func head(status: Int, fields: [(String, String)]) -> String {
        let lines = fields.map { "\($0.0): \($0.1)\r\n" }.joined()
        return "HTTP/1.1 \(status) Loopback\r\n\(lines)Connection: close\r\n\r\n"
    }

    private func send(_ text: String) {
        LoopbackSocket.send(Array(text.utf8), to: descriptor)
    }

    /// Says that nothing more comes and waits for the client to close.
    ///
    /// Closing with unread bytes in the buffer resets the connection, and the client may lose the
    /// end of the response (RFC 9112, 9.6).
    private func waitForClient() {
        shutdown(descriptor, Int32(SHUT_WR))
        for _ in 0..<64 where !LoopbackSocket.receive(from: descriptor).isEmpty {}
    }
}
