import Demo
import Foundation
import Machine
import Testing

@Suite("The loopback server", .timeLimit(.minutes(1)))
struct LoopbackServerTests {
    /// Sends raw bytes to the port and reads to the end of the connection.
    private func exchange(_ text: String, with server: LoopbackServer) throws -> String {
        let client = try LoopbackClient(port: server.port)
        client.send(text)
        return client.readToEnd()
    }

    @Test("a request is read with its fields and body, and its answer sent")
    func answers() throws {
        let server = try LoopbackServer.start { request in
            .text("\(request.method) \(request.path) \(request.body.count)", status: 201)
        }
        defer { server.stop() }
        let answer = try exchange(
            "POST /a?b=c HTTP/1.1\r\nHost: x\r\ncontent-length: 4\r\n\r\nbody", with: server)
        #expect(answer.hasPrefix("HTTP/1.1 201 "))
        #expect(answer.hasSuffix("\r\n\r\nPOST /a 4"))
        let request = try #require(server.requests.first)
        #expect(request.target == "/a?b=c")
        #expect(request.value(of: "HOST") == "x")
        #expect(request.body == Array("body".utf8))
    }

    @Test(
        "what is not a bounded HTTP request is refused",
        arguments: [
            ("nonsense\r\n\r\n", 400),
            ("GET / HTTP/1.1\r\nContent-Length: -1\r\n\r\n", 400),
            ("GET / HTTP/1.1\r\nContent-Length: 99999999999999999999\r\n\r\n", 400),
            ("POST / HTTP/1.1\r\nContent-Length: 99999999\r\n\r\n", 413),
            ("GET / HTTP/1.1\r\nX: " + String(repeating: "x", count: 70_000), 431),
        ])
    func refusals(request: String, status: Int) throws {
        let server = try LoopbackServer.start { _ in .status(200) }
        defer { server.stop() }
        #expect(try exchange(request, with: server).hasPrefix("HTTP/1.1 \(status) "))
        #expect(server.requests.isEmpty)
    }

    @Test("a HEAD request is answered without the body")
    func head() throws {
        let server = try LoopbackServer.start { _ in .text("body") }
        defer { server.stop() }
        let answer = try exchange("HEAD / HTTP/1.1\r\n\r\n", with: server)
        #expect(answer.contains("Content-Length: 4"))
        #expect(answer.hasSuffix("\r\n\r\n"))
    }

    @Test(
        "misbehaviour is as told",
        arguments: zip(
            [LoopbackReply.raw(Array("\u{0}x".utf8)), .closeMidway, .reset],
            ["\u{0}x", "only the beginning", ""]))
    func misbehaviour(reply: LoopbackReply, end: String) throws {
        let server = try LoopbackServer.start { _ in reply }
        defer { server.stop() }
        let answer = try exchange("GET / HTTP/1.1\r\n\r\n", with: server)
        #expect(end.isEmpty ? answer.isEmpty : answer.hasSuffix(end))
    }

    @Test("stopping ends the connections that hang or drip")
    func stops() throws {
        let server = try LoopbackServer.start { request in
            request.path == "/hang" ? .hang : .drip(count: 1000, every: .seconds(10))
        }
        let clients = try ["/hang", "/drip", nil].map { path in
            let client = try LoopbackClient(port: server.port)
            if let path { client.send("GET \(path) HTTP/1.1\r\n\r\n") }
            return client
        }
        while server.requests.count < 2 { sched_yield() }
        let time = ContinuousClock().measure { server.stop() }
        #expect(time < .seconds(20))
        for client in clients { #expect(!client.readToEnd().hasSuffix(".")) }
        // Stopping a second time does nothing.
        server.stop()
    }

    @Test("a port that is taken cannot be had twice")
    func portTaken() throws {
        let server = try LoopbackServer.start { _ in .status(200) }
        defer { server.stop() }
        #expect(throws: LoopbackFailure.self) {
            try LoopbackServer.start(port: UInt16(server.port)) { _ in .status(200) }
        }
    }

    @Test("many connections at once are all served")
    func parallel() async throws {
        let server = try LoopbackServer.start { .text($0.path) }
        defer { server.stop() }
        let clients = try (0..<60).map { number in
            let client = try LoopbackClient(port: server.port)
            client.send("GET /\(number) HTTP/1.1\r\n\r\n")
            return client
        }
        for (number, client) in clients.enumerated() {
            #expect(client.readToEnd().hasSuffix("\r\n\r\n/\(number)"))
        }
    }
}
