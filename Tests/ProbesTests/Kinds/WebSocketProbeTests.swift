import Machine
import Testing

@testable import Probes

@Suite("The ws probe")
struct WebSocketProbeTests {
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
        let (result, _) = try await WebSocketCheck.look(
            conditions, WebSocketCheck.opened([WebSocketCheck.text("hi")]))
        #expect(result.outcome == .pass)
        #expect(result.observed == observed)
    }

    @Test(
        "messages and closings are told apart",
        arguments: [
            ("close=none", [WebSocketCheck.close(4003)], "close 4003"),
            (
                "close=none codes=rooms", [WebSocketCheck.close(4003)],
                "close 4003: token scope mismatch"
            ),
            ("close=none codes=other", [WebSocketCheck.close(1001)], "close 1001: going away"),
            ("close=4000", [WebSocketCheck.close(4003)], "close 4003"),
            ("close=none", [WebSocketCheck.frame(.close, [])], "close 1005: no code given"),
            ("reason=x", [WebSocketCheck.close(4003, "late")], "reason \"late\", closed with 4003"),
            ("reason=x", [WebSocketCheck.close(4003)], "reason is empty, closed with 4003"),
            ("reason=x", [], "reason none, it stayed open for 0 ms"),
            (
                "message=x codes=rooms", [WebSocketCheck.close(4003)],
                "message none, closed with 4003: token scope mismatch"
            ),
            ("message=x", [], "message none within 0 ms"),
            (
                "message=x", [WebSocketCheck.frame(.binary, [1])],
                "message none within 0 ms, only 1 of bytes"
            ),
            ("message=x", [WebSocketCheck.frame(.text, [])], "message is empty"),
            (
                "message=x",
                [
                    WebSocketCheck.frame(.ping, [1]), WebSocketCheck.frame(.pong, []),
                    WebSocketCheck.text("y"),
                ], "message \"y\""
            ),
            ("json.type=x", [WebSocketCheck.text(#"{"type":"y"}"#)], "json.type y"),
            (
                "json.a.b=x", [WebSocketCheck.text(#"{"type":"y"}"#)],
                "json.a.b is not in the message, which has no a"
            ),
            (
                "json.token=x", [WebSocketCheck.text(#"{"token":"abcdef"}"#)],
                "json.token 6 characters"
            ),
            (
                "json.type=x", [WebSocketCheck.text("plain\u{1B}[2J text")],
                "sent a message that is not JSON: plain [2J text"
            ),
            (
                "json.type=x", [WebSocketCheck.text("{")],
                "sent a message with JSON that ends too early, after 1 bytes"
            ),
        ] as [(String, [[UInt8]], String)])
    func differing(conditions: String, frames: [[UInt8]], observed: String) async throws {
        let (result, _) = try await WebSocketCheck.look(conditions, WebSocketCheck.opened(frames))
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
            let (result, _) = try await WebSocketCheck.look(
                conditions, WebSocketCheck.opened([frame]))
            #expect(result.outcome == .fail)
            #expect(result.observed == observed)
        }
        // It did open.
        #expect(
            try await WebSocketCheck.look("open=true", WebSocketCheck.opened([frame])).result
                .outcome == .pass)
        // What came before still counts.
        let (result, _) = try await WebSocketCheck.look(
            "message=hi", WebSocketCheck.opened([WebSocketCheck.text("hi") + frame]))
        #expect(result.outcome == .pass)
    }

    @Test("an end without a close frame is the code that stands for it")
    func abnormal() async throws {
        for frames in [[], [[0x81]], [[0x81, 0x05, 0x41]]] as [[[UInt8]]] {
            let (result, _) = try await WebSocketCheck.look(
                "close=none", WebSocketCheck.opened(frames, silent: false))
            #expect(result.outcome == .fail)
            #expect(result.observed == "close 1006: the connection ended without a close frame")
        }
        #expect(
            try await WebSocketCheck.look("close=1006", WebSocketCheck.opened([], silent: false))
                .result.outcome == .pass)
    }

    @Test("what this machine lacks leaves it unknown")
    func unsupported() async throws {
        let result = try await WebSocketCheck.look(
            "", .failure(.unsupported("openssl is not installed here"))
        )
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
        let result = try await WebSocketCheck.look(conditions, WebSocketCheck.opened([])).result
        guard let observed else { return }
        #expect(result.outcome == .unknown)
        #expect(result.observed == observed)
    }

    @Test("what is asked is sent, pings are answered, and the end is in order")
    func sent() async throws {
        let (result, sent) = try await WebSocketCheck.look(
            "send=hello origin=https://app.example protocol=v1,v2 header='X-A: b' message=hi",
            WebSocketCheck.opened([
                WebSocketCheck.frame(.ping, [7]), WebSocketCheck.text("hi"),
                WebSocketCheck.close(1000),
            ]),
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
            let pieces =
                round % 2 == 0 ? [noise] : [WebSocketCheck.accepted + noise.prefix(3), noise]
            let (result, _) = try await WebSocketCheck.look(
                "message=x close=4000 json.a=1", .pieces(pieces))
            #expect(result.outcome == .fail)
            #expect(!result.observed.unicodeScalars.contains { $0.value < 0x20 })
        }
    }

    @Test("secrets in what the server says stay inside")
    func secrets() async throws {
        let (result, _) = try await WebSocketCheck.look(
            "message=x close=none",
            WebSocketCheck.opened([
                WebSocketCheck.text("key hunter2hunter2"),
                WebSocketCheck.close(4000, "bad hunter2hunter2"),
            ]),
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
