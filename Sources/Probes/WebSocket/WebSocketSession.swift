import Machine

/// An open WebSocket.
struct WebSocketSession {
    private let connection: any SocketConnection
    private let clock: any WorldClock
    private var stream: WebSocketStream
    /// When the whole look ends, in the clock's uptime.
    private let deadline: Duration

    /// Goes on where the head of the answer has ended.
    init(_ connection: any SocketConnection, _ stream: WebSocketStream, clock: any WorldClock) {
        self.connection = connection
        self.clock = clock
        self.stream = stream
        deadline = stream.deadline
    }

    /// Sends what the plan has to send and notes what comes, until everything wanted has come, the
    /// plan's time is over, or the connection ends.
    mutating func watch(for plan: WebSocketPlan, into sight: inout WebSocketSight) async {
        let start = clock.uptime
        stream.deadline = min(deadline, start + plan.patience)
        defer { sight.watched = min(plan.patience, clock.uptime - start) }
        do throws(WebSocketFailure) {
            if let text = plan.text {
                try await send(WebSocketFrame(kind: .text, payload: Array(text.utf8)), by: deadline)
            }
            var assembly = WebSocketAssembly()
            while !plan.isMet(by: sight) {
                let frame = try await stream.frame(keeping: WebSocketLook.messageLimit)
                try await take(frame, &assembly, into: &sight)
            }
        } catch {
            note(error, in: &sight)
        }
        stream.deadline = deadline
    }

    private mutating func take(
        _ frame: WebSocketFrame, _ assembly: inout WebSocketAssembly,
        into sight: inout WebSocketSight
    ) async throws(WebSocketFailure) {
        switch frame.kind {
        case .text, .binary, .continuation:
            let message = try assembly.add(frame, limit: WebSocketLook.messageLimit)
            guard let message else { return }
            if !message.isText { sight.binaryCount += 1 }
            if message.isText, sight.message == nil { sight.message = message }
        case .ping:
            try await send(
                WebSocketFrame(kind: .pong, payload: frame.payload), by: stream.deadline)
        case .pong: return
        case .close:
            let close = try WebSocketClose(payload: frame.payload)
            sight.close = close
            let reply = WebSocketFrame(kind: .close, payload: Array(frame.payload.prefix(2)))
            try? await send(reply, by: deadline)
        }
    }

    /// What a failure says of the other side; that nothing more came in time says nothing.
    private func note(_ failure: WebSocketFailure, in sight: inout WebSocketSight) {
        guard sight.close == nil else { return }
        switch failure {
        case .socket(.timedOut): break
        case .socket(.closed), .ended: sight.close = .abnormal
        case .socket(let failure): sight.breakage = failure.summary
        case .malformed(let what): sight.breakage = "sent \(what)"
        case .head(let problem): sight.breakage = "sent what \(problem.summary)"
        case .tooMuch(let bytes):
            sight.breakage = "sent more than \(bytes >> 20) MB without an end"
        }
    }

    /// Closes and waits for the other side to do so too, so that it sees an end in order
    /// (RFC 6455, 7.1.2).
    mutating func leave(within patience: Duration) async {
        stream.deadline = min(deadline, clock.uptime + patience)
        // 1000, a normal closure.
        let goodbye = WebSocketFrame(kind: .close, payload: [0x03, 0xE8])
        guard (try? await send(goodbye, by: stream.deadline)) != nil else { return }
        while let frame = try? await stream.frame(keeping: WebSocketFrame.controlLimit),
            frame.kind != .close
        {}
    }

    private func send(
        _ frame: WebSocketFrame, by deadline: Duration
    ) async throws(WebSocketFailure) {
        do throws(SocketFailure) {
            try await connection.send(
                frame.bytes(mask: WebSocketFrame.randomMask()),
                timeout: max(.zero, deadline - clock.uptime))
        } catch {
            throw .socket(error)
        }
    }
}
