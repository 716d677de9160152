import Machine
import Redaction

/// Opens a WebSocket, waits for what is wanted of it, and closes it.
struct WebSocketLook: Sendable {
    /// Where the connection goes.
    let target: SocketTarget
    /// The handshake.
    let handshake: WebSocketHandshake
    /// What is waited for then.
    let plan: WebSocketPlan
    /// How long all of it may take.
    let timeout: Duration
    /// The outside.
    let world: World
    /// Takes secrets out of what is shown.
    let redactor: Redactor

    /// How many bytes of a message are kept.
    static let messageLimit = 1 << 20
    /// How many bytes of a refusal's body are kept.
    private static let bodyLimit = 4 << 10
    /// How long a refusal's body is waited for.
    private static let bodyPatience = Duration.milliseconds(500)
    /// How long the other side's part of the closing is waited for.
    private static let goodbyePatience = Duration.seconds(1)
    /// How many answers may come before the one that counts (RFC 9110, 15.2).
    private static let interimLimit = 8

    /// Why there is nothing to see.
    enum Problem: Error {
        /// This machine lacks what it takes.
        case unsupported(String)
        /// No answer came, or none that is HTTP.
        case unanswered(String)

        /// What it means for every condition.
        var reading: Reading {
            switch self {
            case .unsupported(let what): .unknown(what)
            case .unanswered(let what): .failed(what)
            }
        }
    }

    /// Looks once.
    func sight() async throws(Problem) -> WebSocketSight {
        let clock = world.clock
        let start = clock.uptime
        let connection: any SocketConnection
        do throws(SocketFailure) {
            connection = try await world.sockets.connect(to: target, timeout: timeout)
            let remaining = timeout - (clock.uptime - start)
            try await connection.send(handshake.request, timeout: max(.zero, remaining))
        } catch {
            throw problem(of: error)
        }
        defer { connection.close() }
        var stream = WebSocketStream(connection, clock: clock, deadline: start + timeout)
        let head = try await head(&stream)
        var sight = WebSocketSight(response: head, latency: clock.uptime - start)
        guard head.status == 101 else {
            sight.body = await body(of: head, &stream)
            return sight
        }
        sight.problem = handshake.problem(in: head)
        if sight.problem == nil {
            var session = WebSocketSession(connection, stream, clock: clock)
            await session.watch(for: plan, into: &sight)
            if sight.close == nil, sight.breakage == nil {
                await session.leave(within: Self.goodbyePatience)
            }
        }
        return sight
    }

    private func head(_ stream: inout WebSocketStream) async throws(Problem) -> HTTPResponseHead {
        do throws(WebSocketFailure) {
            var head = try await stream.head()
            for _ in 0..<Self.interimLimit where head.status < 200 && head.status != 101 {
                head = try await stream.head()
            }
            return head
        } catch {
            switch error {
            case .socket(let failure): throw problem(of: failure)
            case .head(let problem): throw .unanswered(words(for: problem, stream.start))
            case .ended(let midway):
                throw .unanswered(
                    "closed the connection "
                        + (midway ? "in the middle of its answer" : "without an answer"))
            case .malformed(let what): throw .unanswered("sent \(what)")
            case .tooMuch: throw .unanswered("sent more than is read of an answer")
            }
        }
    }

    private func problem(of failure: SocketFailure) -> Problem {
        switch failure {
        case .unsupported(let what): .unsupported(what)
        case .timedOut: .unanswered(SocketFailure.timedOut(after: timeout).summary)
        default: .unanswered(failure.summary)
        }
    }

    private func words(for problem: HTTPResponseHead.Problem, _ start: [UInt8]) -> String {
        guard problem == .notHTTP else { return "answered, but the answer \(problem.summary)" }
        // Records of TLS begin with their kind, an alert or a handshake, and the version (RFC 8446, 5.1).
        if let first = start.first, first == 0x15 || first == 0x16, start.dropFirst().first == 3 {
            return "answered with TLS: the address must begin with wss://"
        }
        let shown = Excerpt.line(
            of: String(decoding: start, as: UTF8.self), limit: 80, redactor: redactor)
        return "answered, but not with HTTP: \(shown)"
    }

    private func body(
        of head: HTTPResponseHead, _ stream: inout WebSocketStream
    ) async -> [UInt8] {
        // What comes in chunks is not worth putting together here.
        guard head.value(of: "Transfer-Encoding") == nil else { return [] }
        stream.deadline = min(stream.deadline, world.clock.uptime + Self.bodyPatience)
        let length = head.value(of: "Content-Length").flatMap { Int($0) }
        return await stream.body(length: length, limit: Self.bodyLimit)
    }
}
