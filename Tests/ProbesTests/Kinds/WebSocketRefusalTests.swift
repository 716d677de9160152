import Machine
import Testing

@testable import Probes

@Suite("A WebSocket that does not open")
struct WebSocketRefusalTests {
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
        let answer = WebSocketCheck.answered(
            "HTTP/1.1 \(status)\r\n\(lines)Content-Length: \(body.utf8.count)\r\n\r\n\(body)")
        let open = try await WebSocketCheck.look("", answer).result
        #expect(open.outcome == .fail)
        #expect(open.observed == "open false, refused with " + words)
        let code = status.prefix(3)
        #expect(
            try await WebSocketCheck.look("open=false status=\(code)", answer).result.outcome
                == .pass)
        #expect(
            try await WebSocketCheck.look("status=101", answer).result.observed == "status \(words)"
        )
        for conditions in ["close=none", "message!=x", "reason!=x", "json.a!=x"] {
            let result = try await WebSocketCheck.look(conditions, answer).result
            #expect(result.outcome == .fail)
            #expect(result.observed == "refused with \(words)")
        }
    }

    @Test("an answer of 101 that is no handshake is not open, nor closed")
    func badHandshake() async throws {
        let answer = WebSocketCheck.answered(
            "HTTP/1.1 101 OK\r\nUpgrade: websocket\r\nConnection: upgrade\r\n\r\n")
        for conditions in ["open=true", "open=false", "close=none", "message!=x"] {
            let result = try await WebSocketCheck.look(conditions, answer).result
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
            let result = try await WebSocketCheck.look(conditions, answer).result
            #expect(result.outcome == .fail)
            #expect(result.observed == observed)
        }
    }
}
