import Demo
import Foundation
import Machine
import Testing

@Suite("HTTP over real sockets", .timeLimit(.minutes(1)))
struct LiveHTTPTransportTests {
    private let transport = LiveHTTPTransport()

    /// Starts a server for one test; the test stops it.
    private func serve(
        _ handler: @escaping @Sendable (LoopbackRequest) -> LoopbackReply
    ) throws -> LoopbackServer {
        try LoopbackServer.start(handler: handler)
    }

    private func request(_ url: String, timeout: Duration = .seconds(10)) -> HTTPRequest {
        HTTPRequest(url: url, timeout: timeout)
    }

    private func failure(_ request: HTTPRequest) async -> HTTPFailure? {
        do throws(HTTPFailure) {
            _ = try await transport.send(request)
            return nil
        } catch {
            return error
        }
    }

    @Test("a response has its status, fields, body, address and latency")
    func response() async throws {
        let server = try serve { _ in
            .text("grüße", status: 503, fields: [HTTPField(name: "X-One", value: "1")])
        }
        defer { server.stop() }
        let response = try await transport.send(request(server.url + "/a?b=c#d"))
        #expect(response.status == 503)
        #expect(response.value(of: "x-one") == "1")
        #expect(response.text == "grüße")
        #expect(!response.isTruncated)
        #expect(response.url == server.url + "/a?b=c")
        #expect(response.latency > .zero && response.latency < .seconds(5))
    }

    @Test(
        "method, fields and body are sent as given",
        arguments: ["POST", "PUT", "DELETE", "PATCH", "OPTIONS"])
    func sends(method: String) async throws {
        let server = try serve { .text($0.method, status: 201) }
        defer { server.stop() }
        var request = request(server.url + "/x")
        request.method = method
        request.fields = [HTTPField(name: "Content-Type", value: "application/json")]
        request.body = Array("{}".utf8)
        #expect(try await transport.send(request).text == method)
        let seen = try #require(server.requests.first)
        #expect(seen.value(of: "content-type") == "application/json")
        #expect(seen.body == Array("{}".utf8))
        #expect(seen.value(of: "cookie") == nil)
    }

    @Test("a HEAD request has a head and no body")
    func head() async throws {
        let server = try serve { _ in .text("body") }
        defer { server.stop() }
        var request = request(server.url)
        request.method = "HEAD"
        let response = try await transport.send(request)
        #expect(response.body.isEmpty)
        #expect(response.value(of: "Content-Length") == "4")
    }

    @Test("cookies are not kept between requests")
    func cookies() async throws {
        let server = try serve { _ in
            .text("", fields: [HTTPField(name: "Set-Cookie", value: "a=b; Path=/")])
        }
        defer { server.stop() }
        for _ in 0..<2 { _ = try await transport.send(request(server.url)) }
        #expect(server.requests.allSatisfy { $0.value(of: "cookie") == nil })
    }

    @Test("invalid UTF-8 survives")
    func invalidText() async throws {
        let server = try serve { _ in .response(status: 200, fields: [], body: [0x61, 0xFF, 0]) }
        defer { server.stop() }
        let response = try await transport.send(request(server.url))
        #expect(response.body == [0x61, 0xFF, 0])
        #expect(response.text == "a\u{FFFD}\0")
    }

    @Test(
        "a body beyond the bound is cut, one within it is whole",
        arguments: [(1000, true), (3_000_000, false), (2_999_999, true), (0, true)])
    func bodyLimit(limit: Int, isTruncated: Bool) async throws {
        let server = try serve { _ in
            .response(status: 200, fields: [], body: Array(repeating: 0x78, count: 3_000_000))
        }
        defer { server.stop() }
        var request = request(server.url)
        request.bodyLimit = limit
        let response = try await transport.send(request)
        #expect(response.body.count == limit)
        #expect(response.isTruncated == isTruncated)
        #expect(response.status == 200)
    }

    @Test("a request for credentials is an answer like any other")
    func challenge() async throws {
        let field = HTTPField(name: "WWW-Authenticate", value: "Basic realm=\"x\"")
        let server = try serve { _ in .text("who?", status: 401, fields: [field]) }
        defer { server.stop() }
        let response = try await transport.send(request(server.url, timeout: .seconds(3)))
        #expect(response.status == 401)
        #expect(response.text == "who?")
        #expect(server.requests.count == 1)
    }

    @Test("credentials in an address are sent as Basic and shown nowhere")
    func credentials() async throws {
        let server = try serve { .text($0.value(of: "authorization") ?? "") }
        defer { server.stop() }
        let url = "http://user:p%40ss@127.0.0.1:\(server.port)/"
        let response = try await transport.send(request(url))
        #expect(response.text == "Basic " + Data("user:p@ss".utf8).base64EncodedString())
        #expect(response.url == server.url + "/")
    }

    @Test("sixty requests at once are all answered, the hanging ones not in the way")
    func parallel() async throws {
        let server = try serve { $0.path == "/hang" ? .hang : .text($0.path) }
        defer { server.stop() }
        let hanging = (0..<20).map { _ in
            Task { await failure(request(server.url + "/hang", timeout: .seconds(30))) }
        }
        await withTaskGroup(of: Bool.self) { group in
            for number in 0..<40 {
                group.addTask {
                    let response = try? await transport.send(request(server.url + "/\(number)"))
                    return response?.text == "/\(number)"
                }
            }
            for await isRight in group { #expect(isRight) }
        }
        for task in hanging { task.cancel() }
        for task in hanging { #expect(await task.value == .other("the request was cancelled")) }
    }

    @Test("cancelling the task ends the request at once")
    func cancellation() async throws {
        let server = try serve { _ in .hang }
        defer { server.stop() }
        let running = Task { await failure(request(server.url, timeout: .seconds(60))) }
        while server.requests.isEmpty { await Task.yield() }
        let clock = ContinuousClock()
        let start = clock.now
        running.cancel()
        #expect(await running.value == .other("the request was cancelled"))
        #expect(clock.now - start < .seconds(10))
    }
}
