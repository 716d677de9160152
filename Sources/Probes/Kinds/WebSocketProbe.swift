import Catalog
import Machine

/// Opens a WebSocket, and looks at its first message and at how the server closes it.
///
/// Use it for what `http` cannot see: whether the upgrade comes through every proxy, whether the
/// server lets this client stay, and what it says first.
///
///     ws ws://localhost:8000/ws/room-1                                   # the upgrade is refused
///     ws wss://rooms.example/ws/room-1 close=none codes=room-sync        # the server closes at once
///     ws ws://localhost:8000/ws send='{"a":1}' json.type=welcome   # no welcome comes
///     ws wss://rooms.example/ws origin=https://app.example status=101    # the origin is not let in
///
/// A server that refuses answers the handshake with another status than 101: `open` is `false` then,
/// who refused is told as far as it can be, and conditions on messages and closing fail. No answer
/// (refused, timed out, name not found, bad certificate) fails every condition.
///
/// For `message`, `json.`, `close` and `reason` the WebSocket is watched for `wait`, 2 s unless told;
/// `close=none` takes all of it. A connection that ends without a close frame has `close=1006`. A
/// line that states nothing wants `open=true`.
///
/// Proxies of the environment are not used. `wss` needs `openssl`.
public struct WebSocketProbe: ProbeKind {
    private let makeKey: @Sendable () -> [UInt8]

    /// Makes the kind.
    public init() {
        self.init(makeKey: WebSocketHandshake.randomKey)
    }

    /// Makes the kind with a source of keys, each of 16 bytes.
    package init(makeKey: @escaping @Sendable () -> [UInt8]) {
        self.makeKey = makeKey
    }

    /// What the kind declares of itself.
    public let schema = ProbeSchema(
        kind: "ws",
        abstract: "Opens a WebSocket and looks at its first message and how the server closes it.",
        subject: .init("URL", "an absolute ws or wss address"),
        options: [
            .init("header", .text, isRepeatable: true, "a request header field, 'Name: value'"),
            .init("origin", .text, "the page it is opened from, https://app.example"),
            .init("protocol", .list, "the subprotocols to offer, the favourite first"),
            .init("send", .text, "a text message to send once it is open"),
            .init("wait", .duration, "how long to wait for a message or a close; 2s unless told"),
            .init("codes", .text, "the system whose close codes explain a close, room-sync"),
            .init("ca", .text, "a file of trusted certificates in PEM, for wss"),
        ],
        observables: [
            .init("open", .boolean, asksForAnswer: true, "the server opens the WebSocket"),
            .init("status", .number, asksForAnswer: true, "the status code; 101 where it opens"),
            .init("message", .text, "the first text message, up to 1 MB"),
            .init("json.", .text, "a value of that message as JSON, json.type"),
            .init("close", .text, "the code it is closed with, or none while it stays open"),
            .init("reason", .text, "the reason it is closed with"),
            .init("latency", .duration, "the time to the answer of the handshake"),
            .init("header.", .text, "a header field of that answer, header.Server"),
        ],
        defaultConditions: ["open=true"],
        examples: [
            "ws ws://localhost:8000/ws/room-1 open=true # the upgrade does not come through",
            "ws ws://localhost:8000/ws/room-1 close=none codes=room-sync # the server closes at once",
            "ws ws://localhost:8000/ws/room-1 send=hello message~welcome # no welcome comes",
        ])

    /// Looking is waiting for an answer.
    public var onlyWaits: Bool { true }

    /// The host, or host and port where the host says nothing.
    public func component(of request: ProbeRequest) -> String {
        WebSocketAddress(request.subject) == nil
            ? schema.kind : HTTPProbe().component(of: request)
    }

    /// Only absolute addresses of ws and wss can be opened.
    public func mistake(in subject: String) -> String? {
        WebSocketAddress(subject) == nil
            ? WebSocketRequest.Problem.notAnAddress(subject).summary : nil
    }

    /// What a server makes of a message nobody knows; certificates are read below the working
    /// directory only.
    public func breach(by request: ProbeRequest, in context: ProbeContext) async -> Breach? {
        if request.option("send") != nil { return .sends("a message") }
        return await ReadableArea(in: context.world, within: request.timeout)
            .breach(byReading: request.values(of: "ca"))
    }

    /// Opens the WebSocket once.
    public func observe(_ request: ProbeRequest, in context: ProbeContext) async -> Observation {
        let asked: WebSocketRequest
        do throws(WebSocketRequest.Problem) {
            asked = try await WebSocketRequest(request, in: context.world)
        } catch {
            return Observation(.unknown(error.summary), for: request)
        }
        async let component = HTTPProbe().publisher(for: request, in: context)
        var observation = await observation(of: asked, for: request, in: context)
        observation.component = await component
        return observation
    }

    private func observation(
        of asked: WebSocketRequest, for request: ProbeRequest, in context: ProbeContext
    ) async -> Observation {
        let look = WebSocketLook(
            target: asked.target, handshake: asked.handshake(key: makeKey()), plan: asked.plan,
            timeout: request.timeout, world: context.world, redactor: context.redactor)
        let sight: WebSocketSight
        do throws(WebSocketLook.Problem) {
            sight = try await look.sight()
        } catch {
            return Observation(error.reading, for: request)
        }
        let readings = WebSocketReadings(
            sight, url: request.subject, redactor: context.redactor
        ) { code in
            request.option("codes").flatMap { context.knowledge.meaning(of: code, in: $0) }
        }
        return readings.observation(for: request)
    }
}
