import Demo
import Foundation
import Machine
import Testing

/// What ends a program that gives it to FoundationNetworking as it comes: a failing test here is a
/// crash of all tests.
@Suite("HTTP responses that FoundationNetworking does not bear", .timeLimit(.minutes(1)))
struct HTTPGuardTests {
    private func answer(
        _ bytes: some Sequence<UInt8>, timeout: Duration = .seconds(10), follows: Bool = true
    ) async throws -> Result<HTTPResponse, HTTPFailure> {
        let bytes = Array(bytes)
        let server = try LoopbackServer.start { _ in .raw(bytes) }
        defer { server.stop() }
        let request = HTTPRequest(url: server.url, timeout: timeout, followsRedirects: follows)
        do throws(HTTPFailure) {
            return .success(try await LiveHTTPTransport().send(request))
        } catch {
            return .failure(error)
        }
    }

    @Test(
        "an end within the head is a failure, wherever it comes",
        arguments: [
            "HTTP/1.1 200 OK\r\n", "HTTP/1.1 200 OK\r\nA: b\r\n", "HTTP/1.1 200 OK\r\nA: b\r\nC",
        ])
    func cutHead(text: String) async throws {
        let expected = HTTPFailure.broken("connection closed within the header fields")
        #expect(try await answer(text.utf8) == .failure(expected))
    }

    @Test("any start of a response whatever ends in an answer or a failure")
    func everyStart() async throws {
        let whole = Array(
            ("HTTP/1.1 103 Early\r\nLink: a\r\n\r\nHTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n"
                + "\r\n2\r\nhi\r\n0\r\nX-Sum: 1\r\n\r\n").utf8)
        for length in 0..<whole.count {
            let answer = try await answer(whole.prefix(length))
            #expect((try? answer.get())?.text != "hi" || length >= whole.count - 14, "\(length)")
        }
        #expect(try await answer(whole).get().text == "hi")
    }

    @Test(
        "fields after the chunks are left out, and lines of a head may be in old forms",
        arguments: [
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nhi\r\n0\r\nX: y\r\nHTTP/1: x\r\nZ: a\r\n\r\n",
            "HTTP/1.1 200 OK\nContent-Length: 2\n\nhi", "HTTP/1.1 200 OK\r\nA: b\r\n c\r\n\r\nhi",
        ])
    func accepted(text: String) async throws {
        #expect(try await answer(text.utf8).get().text == "hi")
        #expect(try await answer(text.utf8).get().value(of: "Z") == nil)
    }

    @Test("field values that are no UTF-8 are read as ISO 8859-1, others as they are")
    func encodings() async throws {
        let head = Array("HTTP/1.1 200 OK\r\nA: caf".utf8)
        let latin = try await answer(head + [0xE9] + Array("\r\n\r\n".utf8)).get()
        #expect(latin.value(of: "A") == "caf\u{E9}")
        let text = try await answer(head + Array("é€😀\r\n\r\n".utf8)).get()
        #expect(text.value(of: "A") == "café€😀")
        for bytes: [UInt8] in [
            [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF5, 0x80, 0x80, 0x80], [0xE2, 0x82],
        ] {
            let other = try await answer(head + bytes + Array("\r\n\r\n".utf8)).get()
            #expect(other.value(of: "A")?.unicodeScalars.count == 3 + bytes.count)
        }
    }

    @Test(
        "a location with a host and no scheme has that of its own address",
        arguments: ["//[::1]:9/x", "//a%2fb/x", "//a:b@[::1]/", "///x", "//:80", "//"])
    func location(location: String) async throws {
        let head = "HTTP/1.1 302 Found\r\nlocation: \(location)\r\nContent-Length: 2\r\n\r\nhi"
        let response = try await answer(head.utf8, follows: false).get()
        #expect(response.value(of: "Location") == "http:" + location)
        #expect(response.text == "hi")
        _ = try await answer(head.utf8, timeout: .milliseconds(200))
    }

    @Test("a head without end is given up, in bytes and in lines")
    func flood() async throws {
        let expected = HTTPFailure.broken("header fields without end")
        for field in ["a:\r\n", "X-Field: \(String(repeating: "y", count: 2000))\r\n"] {
            let head = "HTTP/1.1 200 OK\r\n" + String(repeating: field, count: 3000)
            #expect(try await answer(head.utf8) == .failure(expected))
        }
    }

    @Test("an IPv6 address can be asked, in the URL and by a redirect")
    func address() async throws {
        let listener = try TestListener(host: "::1")
        listener.serve { connection in
            var buffer = [UInt8](repeating: 0, count: 4096)
            _ = recv(connection, &buffer, buffer.count, 0)
            let answer = Array("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi".utf8)
            _ = send(connection, answer, answer.count, 0)
        }
        let server = try LoopbackServer.start { _ in
            .redirect(to: "http://[::1]:\(listener.port)/")
        }
        defer { server.stop() }
        let request = HTTPRequest(url: server.url, timeout: .seconds(10))
        let response = try await LiveHTTPTransport().send(request)
        #expect(response.text == "hi")
        #expect(response.url == "http://[::1]:\(listener.port)/")
    }
}
