import Demo
import Foundation
import Machine
import Testing

@Suite("HTTP redirects", .timeLimit(.minutes(1)))
struct HTTPRedirectTests {
    private let transport = LiveHTTPTransport()

    /// Redirects everything below `/from` to the location and answers the rest with the path.
    private func serve(_ location: String, status: Int = 302) throws -> LoopbackServer {
        try LoopbackServer.start { request in
            request.path.hasPrefix("/from")
                ? .redirect(to: location, status: status)
                : .text("\(request.method) \(request.target)")
        }
    }

    private func request(_ url: String) -> HTTPRequest {
        HTTPRequest(url: url, timeout: .seconds(10))
    }

    private func failure(_ request: HTTPRequest) async -> HTTPFailure? {
        do throws(HTTPFailure) {
            _ = try await transport.send(request)
            return nil
        } catch {
            return error
        }
    }

    @Test(
        "a location is read from the address that gave it",
        arguments: [
            ("/to?a=b#c", "/to?a=b"), ("to", "/from/to"), ("../to", "/to"), ("?q", "/from/here?q"),
            ("/a b", "/a%20b"), ("/a%20b", "/a%20b"),
        ])
    func followed(location: String, target: String) async throws {
        let server = try LoopbackServer.start { request in
            request.target == "/from/here" ? .redirect(to: location) : .text(request.target)
        }
        defer { server.stop() }
        let response = try await transport.send(request(server.url + "/from/here"))
        #expect(response.text == target)
        #expect(response.url == server.url + target)
    }

    @Test("a redirect is the response where it is not to be followed")
    func notFollowed() async throws {
        let server = try serve("/to")
        defer { server.stop() }
        var request = request(server.url + "/from")
        request.followsRedirects = false
        let response = try await transport.send(request)
        #expect(response.status == 302)
        #expect(response.value(of: "location") == "/to")
        #expect(server.requests.count == 1)
    }

    @Test("a redirect to nowhere is the response")
    func noLocation() async throws {
        let server = try LoopbackServer.start { _ in .status(301) }
        defer { server.stop() }
        #expect(try await transport.send(request(server.url)).status == 301)
    }

    @Test(
        "a redirect to another kind of address is refused",
        arguments: ["file:///etc/passwd", "ftp://host/", "javascript:alert(1)", "http:///x"])
    func otherScheme(location: String) async throws {
        let server = try serve(location)
        defer { server.stop() }
        #expect(await failure(request(server.url + "/from")) == .badRedirect(location))
    }

    @Test(
        "of where a redirect leads nothing is shown that may be secret or no plain text",
        arguments: [
            ("ftp://user:secret@host/a?token=b#c", "ftp://host/a"),
            ("file:///\u{1B}[2Jx", "file:///[2Jx"),
            ("x:" + String(repeating: "y", count: 200), "x:" + String(repeating: "y", count: 98)),
        ])
    func shownTarget(location: String, shown: String) async throws {
        let server = try serve(location)
        defer { server.stop() }
        #expect(await failure(request(server.url + "/from")) == .badRedirect(shown))
    }

    @Test("redirects that do not end are given up")
    func endless() async throws {
        let server = try serve("/from")
        defer { server.stop() }
        #expect(await failure(request(server.url + "/from")) == .tooManyRedirects)
        #expect(server.requests.count == 11)
    }

    @Test(
        "the method follows the status",
        arguments: [
            (301, "POST", "GET"), (302, "POST", "GET"), (303, "PUT", "GET"), (307, "POST", "POST"),
            (308, "PUT", "PUT"), (302, "DELETE", "DELETE"),
        ])
    func method(status: Int, sent: String, followed: String) async throws {
        let server = try serve("/to", status: status)
        defer { server.stop() }
        var request = request(server.url + "/from")
        request.method = sent
        request.body = Array("body".utf8)
        #expect(try await transport.send(request).text == "\(followed) /to")
        let last = try #require(server.requests.last)
        #expect(last.body == (followed == "GET" ? [] : Array("body".utf8)))
    }

    @Test("credentials are not carried to another origin", arguments: [true, false])
    func credentials(isSameOrigin: Bool) async throws {
        let target = try serve("")
        defer { target.stop() }
        let server = try serve(isSameOrigin ? "/to" : target.url + "/to")
        defer { server.stop() }
        var request = request("http://user:secret@127.0.0.1:\(server.port)/from")
        request.fields = [
            HTTPField(name: "cookie", value: "a=b"), HTTPField(name: "X-Kept", value: "1"),
            HTTPField(name: "X-Api-Key", value: "k"), HTTPField(name: "X-AuthToken", value: "t"),
        ]
        _ = try await transport.send(request)
        let last = try #require((isSameOrigin ? server : target).requests.last)
        #expect((last.value(of: "Authorization") != nil) == isSameOrigin)
        #expect((last.value(of: "Cookie") != nil) == isSameOrigin)
        #expect((last.value(of: "X-Api-Key") != nil) == isSameOrigin)
        #expect((last.value(of: "X-AuthToken") != nil) == isSameOrigin)
        #expect(last.value(of: "X-Kept") == "1")
    }

    @Test("the time-out bounds all redirects together")
    func timeout() async throws {
        let server = try LoopbackServer.start { request in
            request.path == "/from" ? .redirect(to: "/hang") : .hang
        }
        defer { server.stop() }
        var request = request(server.url + "/from")
        request.timeout = .milliseconds(300)
        #expect(await failure(request) == .timedOut(after: .milliseconds(300)))
    }
}
