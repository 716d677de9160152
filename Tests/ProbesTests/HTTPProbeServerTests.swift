import Catalog
import Demo
import Machine
import Testing

/// The `http` kind against a real server, which answers, redirects and misbehaves.
@Suite struct HTTPProbeServerTests {
    private func withServer(
        _ body: (LoopbackServer, LineCheck) async throws -> Void
    ) async throws {
        let server = try LoopbackServer.start { request in Self.reply(to: request) }
        defer { server.stop() }
        let world = World.fake(
            transport: LiveHTTPTransport(), clock: FakeClock(advancesItself: false))
        try await body(server, LineCheck(world))
    }

    private static func reply(to request: LoopbackRequest) -> LoopbackReply {
        switch request.path {
        case "/healthz":
            .json("{\"ok\":true,\"rooms\":[{\"up\":true},{\"up\":true}],\"n\":9007199254740993}")
        case "/list": .json("[{\"name\":\"a\"},{\"name\":\"b\"}]")
        case "/broken": .text("upstream\nis gone", status: 500)
        case "/moved": .redirect(to: "/healthz")
        case "/echo":
            .text(
                "\(request.method) \(request.value(of: "X-Test") ?? "-") "
                    + String(decoding: request.body, as: UTF8.self))
        case "/hang": .hang
        case "/reset": .reset
        case "/garbage": .raw(Array("SSH-2.0-OpenSSH_9.2\r\n".utf8))
        case "/midway": .closeMidway
        case "/slow": .drip(count: 4, every: .milliseconds(50))
        case "/drip": .drip(count: 1000, every: .milliseconds(50))
        default: .status(404)
        }
    }

    @Test(
        "a server that answers is measured",
        arguments: [
            "/healthz", "/healthz status=200 latency<5s",
            "/healthz json.ok=true json.rooms[*].up=true",
            "/healthz json.rooms.length=2 json.n=9007199254740993",
            "/list json.length=2 json.1.name=b", "/healthz header.content-type~json",
            "/broken status=500 body~upstream", "/moved status=200 json.ok=true",
            "/moved status=302 redirect=/healthz", "/moved follow=false status=302",
            "/nowhere status=404",
            "/echo method=PUT header='X-Test: 1 2' send=abc body='PUT 1 2 abc'",
            "/slow latency>=100ms",
        ])
    func answers(words: String) async throws {
        try await withServer { server, check in
            let result = try await check.result("http \(server.url)\(words)")
            #expect(result.outcome == .pass, "\(words): \(result.observed)")
        }
    }

    @Test(
        "a server that misbehaves fails with what it did",
        arguments: [
            ("/hang timeout=300ms", "no response within 300 ms"),
            ("/drip timeout=300ms", "answered 200, but within 300 ms only "),
            ("/reset", "connection reset before a response"),
            ("/midway", "the response ends 982 bytes before its Content-Length"),
            ("/garbage", "answered, but not with HTTP"),
        ])
    func misbehaves(words: String, observed: String) async throws {
        try await withServer { server, check in
            let result = try await check.result("http \(server.url)\(words)")
            #expect(result.outcome == .fail)
            #expect(result.observed.hasPrefix(observed))
        }
    }

    @Test("an error status shows the start of its body")
    func evidence() async throws {
        try await withServer { server, check in
            let result = try await check.result("http \(server.url)/broken")
            #expect(result.outcome == .fail)
            #expect(result.observed == "status 500")
            #expect(result.evidence == ["body: upstream is gone"])
        }
    }

    @Test("a page behind a redirect tells who answered")
    func redirected() async throws {
        try await withServer { server, check in
            let result = try await check.result("http \(server.url)/moved json.ok=false")
            #expect(result.outcome == .fail)
            #expect(result.evidence == ["answered by \(server.url)/healthz"])
        }
    }

    @Test("a port where nothing listens is refused")
    func refused() async throws {
        try await withServer { server, check in
            server.stop()
            let result = try await check.result("http \(server.url)/healthz")
            #expect(result.outcome == .fail)
            #expect(result.observed == "connection refused")
            #expect(result.component == "127.0.0.1:\(server.port)")
        }
    }
}
