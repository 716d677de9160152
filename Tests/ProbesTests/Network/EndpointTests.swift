import Testing

@testable import Probes

@Suite struct EndpointTests {
    @Test(
        "a host and its ports are read from what people write",
        arguments: [
            ("localhost:5432", "localhost", 5432...5432, "localhost:5432"),
            ("Portal.Example:443", "portal.example", 443...443, "portal.example"),
            ("10.0.0.7:81", "10.0.0.7", 81...81, "10.0.0.7:81"),
            ("[::1]:8000", "::1", 8000...8000, "[::1]:8000"),
            ("0.0.0.0:80", "0.0.0.0", 80...80, "0.0.0.0:80"),
            ("localhost:52000-52050", "localhost", 52000...52050, "localhost:52000"),
            ("[::1]:80-90", "::1", 80...90, "[::1]:80"),
            ("my-host:80", "my-host", 80...80, "my-host"),
            ("wss://rooms.example/ws/a-1", "rooms.example", 443...443, "rooms.example"),
            ("postgresql+asyncpg://u:p@db:5433/x", "db", 5433...5433, "db"),
            ("redis://:secret@cache", "cache", 6379...6379, "cache"),
        ])
    func reads(
        subject: String, host: String, ports: ClosedRange<Int>, component: String
    ) throws {
        let endpoint = try #require(Endpoint(subject))
        #expect(endpoint.host == host)
        #expect(endpoint.ports == ports)
        #expect(endpoint.component == component)
    }

    @Test(
        "what names no host or no port is none",
        arguments: [
            "", "localhost", ":80", "localhost:", "localhost:0", "localhost:70000",
            "localhost:90-80", "localhost:80-70000", "localhost:a-b", "a b:80", "host:80/path",
            "foo://host/x", "::1:80", "http://", "localhost:80-", "localhost:-80",
        ])
    func mistakes(subject: String) {
        #expect(Endpoint(subject) == nil)
    }

    @Test("a subject without a port gets the default one, one with a scheme its own")
    func defaults() {
        #expect(Endpoint("portal.example", defaultPort: 443)?.port == 443)
        #expect(Endpoint("redis://cache", defaultPort: 443)?.port == 6379)
        #expect(Endpoint("foo://cache", defaultPort: 443)?.port == 443)
    }

    @Test(
        "this machine goes by several names",
        arguments: [
            ("localhost:1", true), ("127.0.1.1:1", true), ("[::1]:1", true), ("[::]:1", true),
            ("0.0.0.0:1", true), ("10.0.0.1:1", false), ("portal:1", false),
        ])
    func thisMachine(subject: String, isThis: Bool) throws {
        #expect(try #require(Endpoint(subject)).isThisMachine == isThis)
    }
}
