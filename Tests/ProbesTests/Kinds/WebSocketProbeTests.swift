import Catalog
import Machine
import Redaction
import Testing

@testable import Probes

@Suite("The ws probe")
struct WebSocketProbeTests {
    private static let accepted = Array(
        """
        HTTP/1.1 101 Switching Protocols\r
        Upgrade: websocket\r
        Connection: Upgrade\r
        Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=\r
        Server: rooms/1\r
        \r

        """.utf8)

    private static let target = SocketTarget(host: "rooms.example", port: 80)

    /// A frame as servers send it.
    private static func frame(_ kind: WebSocketFrame.Kind, _ payload: [UInt8]) -> [UInt8] {
        [0x80 | kind.rawValue, UInt8(payload.count)] + payload
    }

    private static func text(_ text: String) -> [UInt8] { frame(.text, Array(text.utf8)) }

    private static func close(_ code: Int, _ reason: String = "") -> [UInt8] {
        frame(.close, [UInt8(code >> 8), UInt8(code & 0xFF)] + Array(reason.utf8))
    }

    /// What a line about `ws://rooms.example/` comes to, and what was sent for it.
    private func look(
        _ conditions: String, _ answer: FakeSocketConnector.Answer,
        secrets: [String] = [], url: String = "ws://rooms.example/"
    ) async throws -> (result: ProbeResult, sent: [[UInt8]]) {
        let check = try LineCheck.check("ws \(url) \(conditions)")
        let probe = WebSocketProbe { Array("the sample nonce".utf8) }
        let sockets = FakeSocketConnector([Self.target: answer])
        let code = Entry(
            id: "rooms/code-4003", system: "rooms",
            title: "Close code 4003: token scope mismatch", kind: .code,
            location: SourceLocation(file: "rooms.md", line: 1), recogniser: "code-list")
        let redactor = Redactor()
        redactor.learn(values: secrets)
        let context = ProbeContext(
            world: .fake(sockets: sockets), redactor: redactor,
            knowledge: RunbookKnowledge([code]))
        let observation = await probe.observe(check.request, in: context)
        let results = check.results(of: observation, duration: .zero, redactor: context.redactor)
        return (try #require(results.first), sockets.sent)
    }

    private func opened(_ frames: [[UInt8]], silent: Bool = true) -> FakeSocketConnector.Answer {
        let pieces = [Self.accepted] + frames
        return silent ? .silentAfter(pieces) : .pieces(pieces)
    }

    private func answered(_ text: String) -> FakeSocketConnector.Answer {
        .pieces([Array(text.utf8)])
    }

    @Test(
        "an open WebSocket is measured",
        arguments: [
            ("", "open true"), ("status=101", "status 101"),
            ("header.server~^rooms", "header.server rooms/1"),
            ("latency<1s", "latency 0 ms"), ("close=none", "close none within 0 ms"),
            ("message=hi", "message \"hi\""), ("message!=ho", "message \"hi\""),
            ("message=hi close=none", "message \"hi\", close none within 0 ms"),
        ])
    func open(conditions: String, observed: String) async throws {
        let (result, _) = try await look(conditions, opened([Self.text("hi")]))
        #expect(result.outcome == .pass)
        #expect(result.observed == observed)
    }

    @Test(
        "messages and closings are told apart",
        arguments: [
            ("close=none", [close(4003)], "close 4003"),
            ("close=none codes=rooms", [close(4003)], "close 4003: token scope mismatch"),
            ("close=none codes=other", [close(1001)], "close 1001: going away"),
            ("close=4000", [close(4003)], "close 4003"),
            ("close=none", [frame(.close, [])], "close 1005: no code given"),
            ("reason=x", [close(4003, "late")], "reason \"late\", closed with 4003"),
            ("reason=x", [close(4003)], "reason is empty, closed with 4003"),
            ("reason=x", [], "reason none, it stayed open for 0 ms"),
            (
                "message=x codes=rooms", [close(4003)],
                "message none, closed with 4003: token scope mismatch"
            ),
            ("message=x", [], "message none within 0 ms"),
            ("message=x", [frame(.binary, [1])], "message none within 0 ms, only 1 of bytes"),
            ("message=x", [frame(.text, [])], "message is empty"),
            ("message=x", [frame(.ping, [1]), frame(.pong, []), text("y")], "message \"y\""),
            ("json.type=x", [text(#"{"type":"y"}"#)], "json.type y"),
            (
                "json.a.b=x", [text(#"{"type":"y"}"#)],
                "json.a.b is not in the message, which has no a"
            ),
            ("json.token=x", [text(#"{"token":"abcdef"}"#)], "json.token 6 characters"),
            (
                "json.type=x", [text("plain\u{1B}[2J text")],
                "sent a message that is not JSON: plain [2J text"
            ),
            (
                "json.type=x", [text("{")],
                "sent a message with JSON that ends too early, after 1 bytes"
            ),
        ] as [(String, [[UInt8]], String)])
    func differing(conditions: String, frames: [[UInt8]], observed: String) async throws {
        let (result, _) = try await look(conditions, opened(frames))
        #expect(result.outcome == .fail)
        #expect(result.observed == observed)
    }

    @Test(
        "frames that no server may send fail what is looked for in them",
        arguments: [
            (
                [0xC1, 0x00],
                "sent a frame with reserved bits, as of an extension that nobody offered"
            ),
            ([0x81, 0x80, 1, 2, 3, 4], "sent a masked frame, as only clients send"),
            ([0x85, 0x00], "sent a frame of the unknown kind 5"),
            ([0x80, 0x00], "sent a continuation of nothing"),
            ([0x01, 0x00, 0x81, 0x00], "sent a message inside another"),
            ([0x81, 0x01, 0xFF], "sent a text message that is not UTF-8"),
            ([0x88, 0x01, 0x03], "sent a close frame with half a code"),
            ([0x09, 0x00], "sent a control frame in parts"),
        ] as [([UInt8], String)])
    func malformed(frame: [UInt8], observed: String) async throws {
        for conditions in ["message=x", "message!=x", "close=none", "close!=4003", "reason!=x"] {
            let (result, _) = try await look(conditions, opened([frame]))
            #expect(result.outcome == .fail)
            #expect(result.observed == observed)
        }
        // It did open.
        #expect(try await look("open=true", opened([frame])).result.outcome == .pass)
        // What came before still counts.
        let (result, _) = try await look("message=hi", opened([Self.text("hi") + frame]))
        #expect(result.outcome == .pass)
    }

    @Test("an end without a close frame is the code that stands for it")
    func abnormal() async throws {
        for frames in [[], [[0x81]], [[0x81, 0x05, 0x41]]] as [[[UInt8]]] {
            let (result, _) = try await look("close=none", opened(frames, silent: false))
            #expect(result.outcome == .fail)
            #expect(result.observed == "close 1006: the connection ended without a close frame")
        }
        #expect(try await look("close=1006", opened([], silent: false)).result.outcome == .pass)
    }

    @Test(
        "a refusal tells who refused, as far as can be known",
        arguments: [
            ("401 No", "", "", "401, the server wants other credentials"),
            (
                "403 No", "Server: uvicorn", "",
                "403, the server does not let this client or its origin in (uvicorn)"
            ),
            (
                "404 No", "Server: nginx/1.27", "<hr><center>nginx/1.27</center>",
                "404, nginx itself has nothing at this path (nginx/1.27)"
            ),
            (
                "404 No", "Server: nginx/1.27", "{}",
                "404, the server has nothing at this path (nginx/1.27)"
            ),
            (
                "426 Upgrade Required", "Upgrade: websocket", "",
                "426, the server saw no Upgrade: a proxy in between drops it"
            ),
            (
                "400 Bad", "", "Can \"Upgrade\" only to WebSocket",
                "400, the server saw no Upgrade: a proxy in between drops it"
            ),
            (
                "400 Bad", "", "",
                "400, the server finds the request wrong, or a proxy drops the Upgrade"
            ),
            (
                "200 OK", "", "<html>",
                "200, a plain answer: no WebSocket is at this path, or a proxy drops the Upgrade"
            ),
            (
                "301 Moved", "Location: https://u:p@h/x?token=1", "",
                "301, a redirect to https://h/x…, which no WebSocket follows"
            ),
            (
                "502 Bad", "Server: nginx", "",
                "502, a proxy has no server behind it that answers, or it is overloaded (nginx)"
            ),
            ("500 Oops", "Server: a\tb", "", "500, the server failed (a b)"),
            ("429 Slow", "", "", "429, the server has had too many requests"),
            ("418 Teapot", "", "", "418, the server refuses"),
        ])
    func refused(status: String, field: String, body: String, words: String) async throws {
        let lines = field.isEmpty ? "" : field + "\r\n"
        let answer = answered(
            "HTTP/1.1 \(status)\r\n\(lines)Content-Length: \(body.utf8.count)\r\n\r\n\(body)")
        let open = try await look("", answer).result
        #expect(open.outcome == .fail)
        #expect(open.observed == "open false, refused with " + words)
        let code = status.prefix(3)
        #expect(try await look("open=false status=\(code)", answer).result.outcome == .pass)
        #expect(try await look("status=101", answer).result.observed == "status \(words)")
        for conditions in ["close=none", "message!=x", "reason!=x", "json.a!=x"] {
            let result = try await look(conditions, answer).result
            #expect(result.outcome == .fail)
            #expect(result.observed == "refused with \(words)")
        }
    }

    @Test("an answer of 101 that is no handshake is not open, nor closed")
    func badHandshake() async throws {
        let answer = answered(
            "HTTP/1.1 101 OK\r\nUpgrade: websocket\r\nConnection: upgrade\r\n\r\n")
        for conditions in ["open=true", "open=false", "close=none", "message!=x"] {
            let result = try await look(conditions, answer).result
            #expect(result.outcome == .fail)
            #expect(result.observed.contains("wrong Sec-WebSocket-Accept"))
        }
    }

    @Test(
        "what is no answer fails every condition",
        arguments: [
            (.failure(.refused), "connection refused"),
            (.failure(.timedOut(after: .seconds(1))), "no answer within 10 s"),
            (
                .failure(.untrusted("the certificate is self-signed")),
                "TLS failed: the certificate is self-signed"
            ),
            (.pieces([]), "closed the connection without an answer"),
            (
                .pieces([Array("HTTP/1.1 10".utf8)]),
                "closed the connection in the middle of its answer"
            ),
            (.silentAfter([Array("HTTP/1.1 10".utf8)]), "no answer within 10 s"),
            (
                .silentAfter([Array("220 mail.example\r\n".utf8)]),
                "answered, but not with HTTP: 220 mail.example"
            ),
            (
                .silentAfter([[0x15, 0x03, 0x01, 0x00]]),
                "answered with TLS: the address must begin with wss://"
            ),
            (
                .silentAfter([Array("HTTP/1.1 101 OK\n".utf8)]),
                "answered, but the answer has a header line that does not end in CR LF"
            ),
            (
                .silentAfter([Array("HTTP/1.1 101 OK\r\nbad\r\n\r\n".utf8)]),
                "answered, but the answer has a header line that is no field"
            ),
            (
                .silentAfter(
                    Array(
                        repeating: Array("HTTP/1.1 101 \(String(repeating: "x", count: 999))".utf8),
                        count: 20)), "answered, but the answer has a header of more than 16 KB"
            ),
        ] as [(FakeSocketConnector.Answer, String)])
    func unanswered(answer: FakeSocketConnector.Answer, observed: String) async throws {
        for conditions in ["", "open=false", "close=none", "status!=200"] {
            let result = try await look(conditions, answer).result
            #expect(result.outcome == .fail)
            #expect(result.observed == observed)
        }
    }

    @Test("what this machine lacks leaves it unknown")
    func unsupported() async throws {
        let result = try await look("", .failure(.unsupported("openssl is not installed here")))
            .result
        #expect(result.outcome == .unknown)
        #expect(result.observed == "openssl is not installed here")
    }

    @Test(
        "options that make no handshake leave it unknown, secrets left out",
        arguments: [
            (
                "header='Authorization=Bearer abc'",
                "header 'Authorization' is not of the form 'Name: value'"
            ),
            ("header='Upgrade: h2c'", "header 'Upgrade' is set by the handshake itself"),
            ("origin=\"a\\r\\nb: c\"", nil),
            ("protocol='a b'", "'a b' is not a subprotocol"),
            ("ca=none.pem", "none.pem does not exist"),
        ] as [(String, String?)])
    func badOptions(conditions: String, observed: String?) async throws {
        let result = try await look(conditions, opened([])).result
        guard let observed else { return }
        #expect(result.outcome == .unknown)
        #expect(result.observed == observed)
    }

    @Test("what is asked is sent, pings are answered, and the end is in order")
    func sent() async throws {
        let (result, sent) = try await look(
            "send=hello origin=https://app.example protocol=v1,v2 header='X-A: b' message=hi",
            opened([Self.frame(.ping, [7]), Self.text("hi"), Self.close(1000)]),
            url: "ws://u:p@rooms.example/a?b")
        #expect(result.outcome == .pass)
        let request = String(decoding: try #require(sent.first), as: UTF8.self)
        #expect(request.hasPrefix("GET /a?b HTTP/1.1\r\nHost: rooms.example\r\n"))
        #expect(request.contains("Sec-WebSocket-Protocol: v1, v2\r\n"))
        #expect(request.contains("\r\nX-A: b\r\nOrigin: https://app.example\r\n"))
        let frames = try sent.dropFirst().map { bytes in
            try #require(bytes.count >= 6)
            return [bytes[0]]
                + bytes[6...].enumerated().map { $0.element ^ bytes[2 + $0.offset % 4] }
        }
        #expect(frames == [[0x81] + Array("hello".utf8), [0x8A, 7], [0x88, 0x03, 0xE8]])
    }

    @Test("whatever a server sends, the look ends with an outcome")
    func anyBytes() async throws {
        var state: UInt64 = 42
        func byte() -> UInt8 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return UInt8(truncatingIfNeeded: state >> 33)
        }
        for round in 0..<500 {
            let noise = (0..<Int(byte())).map { _ in byte() }
            let pieces = round % 2 == 0 ? [noise] : [Self.accepted + noise.prefix(3), noise]
            let (result, _) = try await look("message=x close=4000 json.a=1", .pieces(pieces))
            #expect(result.outcome == .fail)
            #expect(!result.observed.unicodeScalars.contains { $0.value < 0x20 })
        }
    }

    @Test("secrets in what the server says stay inside")
    func secrets() async throws {
        let (result, _) = try await look(
            "message=x close=none",
            opened([Self.text("key hunter2hunter2"), Self.close(4000, "bad hunter2hunter2")]),
            secrets: ["hunter2hunter2"])
        #expect(!(result.observed + result.evidence.joined()).contains("hunter2"))
        #expect(result.evidence.contains { $0.hasPrefix("close reason: bad ") })
    }

    @Test("a subject that is no address is a mistake in the line, its password left out")
    func mistakes() throws {
        #expect(WebSocketProbe().mistake(in: "wss://h/x") == nil)
        #expect(WebSocketProbe().mistake(in: "http://u:p@h/x") == "not a ws(s) URL: http://h/x")
    }

    @Test(
        "the component is the host, with its port where the host says nothing",
        arguments: [
            ("ws://rooms.example:81/", "rooms.example"), ("wss://localhost/", "localhost:443"),
            ("ws://127.0.0.1:9/", "127.0.0.1:9"),
        ])
    func component(url: String, component: String) throws {
        #expect(try LineCheck.check("ws \(url)").component == component)
    }
}
