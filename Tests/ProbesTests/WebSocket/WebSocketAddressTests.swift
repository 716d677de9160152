import Testing

@testable import Probes

@Suite("Addresses of WebSockets")
struct WebSocketAddressTests {
    @Test(
        "an address is taken apart as the handshake needs it",
        arguments: [
            ("ws://Example.org", "example.org", 80, "/", "example.org"),
            ("WSS://example.org/a/b?c=d", "example.org", 443, "/a/b?c=d", "example.org"),
            ("ws://example.org:80/", "example.org", 80, "/", "example.org"),
            ("wss://example.org:80", "example.org", 80, "/", "example.org:80"),
            ("ws://[::1]:9001/x#frag?ment", "::1", 9001, "/x", "[::1]:9001"),
            ("ws://h?token=a@b", "h", 80, "/?token=a@b", "h"),
            ("ws://h/ünd", "h", 80, "/%C3%BCnd", "h"),
        ])
    func parts(text: String, host: String, port: Int, resource: String, field: String) throws {
        let address = try #require(WebSocketAddress(text))
        #expect(address.host == host && address.port == port)
        #expect(address.resource == resource)
        #expect(address.hostField == field)
        #expect(address.isSecure == text.lowercased().hasPrefix("wss"))
        #expect(address.authorization == nil)
    }

    @Test("user and password go into a field of their own, unescaped")
    func credentials() throws {
        let address = try #require(WebSocketAddress("ws://us%65r:p%40ss:x@h/"))
        // "user:p@ss:x"
        #expect(address.authorization == "Basic dXNlcjpwQHNzOng=")
        #expect(address.hostField == "h")
    }

    @Test(
        "what is no address of a WebSocket is none",
        arguments: [
            "", "h", "h:80/ws", "http://h/", "ws:///x", "ws://h:0/", "ws://h:70000/", "ws://h /x",
            "ws://h/a b", "ws://h/\r\nX: y", "ws://h/\u{7F}", "wss://",
        ])
    func invalid(text: String) {
        #expect(WebSocketAddress(text) == nil)
    }
}
