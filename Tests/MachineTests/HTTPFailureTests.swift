import Demo
import Foundation
import Machine
import Testing

@Suite("HTTP requests that get no response", .timeLimit(.minutes(1)))
struct HTTPFailureTests {
    private let transport = LiveHTTPTransport()

    private func failure(
        _ url: String, timeout: Duration = .seconds(10),
        change: (inout HTTPRequest) -> Void = { _ in }
    ) async -> HTTPFailure? {
        var request = HTTPRequest(url: url, timeout: timeout)
        change(&request)
        do throws(HTTPFailure) {
            _ = try await transport.send(request)
            return nil
        } catch {
            return error
        }
    }

    @Test(
        "nothing listens",
        arguments: [
            "http://127.0.0.1", "http://localhost", "https://127.0.0.1", "https://localhost",
        ])
    func refused(address: String) async throws {
        let port = try ReservedPort()
        #expect(await failure("\(address):\(port.number)/") == .refused)
    }

    @Test("a name that no resolver knows")
    func nameNotFound() async {
        #expect(await failure("http://nonexistent.invalid/") == .nameNotFound)
    }

    @Test(
        "what a server does wrong is told apart",
        arguments: [
            (LoopbackReply.reset, HTTPFailure.reset),
            (.closeMidway, .broken("the response ends 982 bytes before its Content-Length")),
            (.raw([]), .closed),
            (.raw(Array("HTTP/1.1 100 Continue\r\n\r\n".utf8)), .closed),
            (.raw(Array("SSH-2.0-OpenSSH_9.2\r\n".utf8)), .malformedResponse),
            (.raw([0xFF, 0, 0x0D, 0x0A, 0x0D, 0x0A]), .malformedResponse),
            (.raw(Array("HTTP/9.9 200 X\r\n\r\n".utf8)), .malformedResponse),
            (.raw(Array("HTTP/1.1 2000 X\r\n\r\n".utf8)), .malformedResponse),
            (.raw(Array("HTTP/1.1 200 OK\r\nno colon\r\n\r\n".utf8)), .malformedResponse),
            (.raw(Array("HTTP/1.1 200 OK\r\nX: \0\r\n\r\n".utf8)), .malformedResponse),
            (
                .raw(Array("HTTP/1.1 200 OK\r\nContent-Length: x\r\n\r\n".utf8)),
                .broken("the Content-Length of the response is malformed")
            ),
            (
                .raw(Array("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n".utf8)),
                .broken("the chunks of the response are malformed")
            ),
            (
                .raw(Array("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\nplain".utf8)),
                .broken("the response can't be decompressed")
            ),
        ])
    func misbehaviour(reply: LoopbackReply, expected: HTTPFailure) async throws {
        let server = try LoopbackServer.start { _ in reply }
        defer { server.stop() }
        #expect(await failure(server.url) == expected)
    }

    @Test("the time-out bounds the whole exchange, though bytes keep coming")
    func timeout() async throws {
        let server = try LoopbackServer.start { _ in
            .drip(count: 1000, every: .milliseconds(20))
        }
        defer { server.stop() }
        let limit = Duration.milliseconds(400)
        let clock = ContinuousClock()
        let start = clock.now
        guard case .unfinished(limit, 200, 1..<1000) = await failure(server.url, timeout: limit)
        else {
            Issue.record("the response came to its end")
            return
        }
        let elapsed = clock.now - start
        #expect(elapsed >= limit && elapsed < .seconds(10))
    }

    @Test("silence is a time-out")
    func silence() async throws {
        let server = try LoopbackServer.start { _ in .hang }
        defer { server.stop() }
        let limit = Duration.milliseconds(300)
        #expect(await failure(server.url, timeout: limit) == .timedOut(after: limit))
    }

    @Test("no time at all is a time-out")
    func noTime() async throws {
        let server = try LoopbackServer.start { _ in .text("") }
        defer { server.stop() }
        #expect(await failure(server.url, timeout: .zero) == .timedOut(after: .zero))
    }

    @Test(
        "what is no http address is refused, its credentials kept back",
        arguments: [
            ("", ""), ("localhost:8000/x", "localhost:8000/x"), ("ftp://host/", "ftp://host/"),
            ("file:///etc/passwd", "file:///etc/passwd"), ("http:///path", "http:///path"),
            ("http://h:0/", "http://h:0/"), ("http://h:70000/", "http://h:70000/"),
            ("ftp://user:secret@host/a@b", "ftp://host/a@b"),
            ("http://user:se@cret@h:70000/", "http://h:70000/"), ("/path", "/path"),
        ])
    func invalidURL(url: String, shown: String) async {
        #expect(await failure(url) == .invalidURL(shown))
    }

    @Test("what would break out of its field is not sent")
    func injection() async throws {
        let server = try LoopbackServer.start { _ in .text("") }
        defer { server.stop() }
        let fields = [("X", "a\r\nY: b"), ("X\r\nY", "a"), ("X", "a\0b"), ("", "a"), ("X Y", "a")]
        for (name, value) in fields {
            let failure = await failure(server.url) {
                $0.fields = [HTTPField(name: name, value: value)]
            }
            #expect(failure == .other("the field \(name) cannot be sent"))
        }
        #expect(
            await failure(server.url) { $0.method = "GET /evil HTTP/1.1\r\n" }
                == .other("not an HTTP method: GET /evil HTTP/1.1\r\n"))
        #expect(
            await failure(server.url) { $0.body = [1] } == .other("a GET request has no body"))
        #expect(server.requests.isEmpty)
    }
}
