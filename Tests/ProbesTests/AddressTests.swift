import Testing

@testable import Probes

@Suite struct AddressTests {
    @Test(
        "scheme, host and port are read from a URL",
        arguments: [
            ("https://portal.example/x?y#z", "https", "portal.example", nil, 443),
            ("HTTP://Portal:8000", "http", "portal", 8000, 8000),
            ("postgresql+asyncpg://user:p%40ss@db:5432/x", "postgresql+asyncpg", "db", 5432, 5432),
            ("postgres://user:p@ss@db/x", "postgres", "db", nil, 5432),
            ("redis://:secret@cache", "redis", "cache", nil, 6379),
            ("http://[::1]:8000/", "http", "::1", 8000, 8000),
            ("file:///etc/hosts", "file", nil, nil, nil),
            ("wss://rooms.example.", "wss", "rooms.example.", nil, 443),
            ("http://host:", "http", "host", nil, 80),
        ] as [(String, String, String?, Int?, Int?)])
    func urls(text: String, scheme: String, host: String?, port: Int?, effective: Int?) throws {
        let address = try #require(Address(url: text))
        #expect(address.scheme == scheme)
        #expect(address.host == host)
        #expect(address.port == port)
        #expect(address.effectivePort == effective)
    }

    @Test(
        "what is no URL is none",
        arguments: [
            "", "://x", "portal:8000", "http:/x", "1http://x", "http://a b", "http://x:y",
            "http://x:99999", "http://[::1", "http://[zone!]/", "http://a:1,b:2/", "ht tp://x",
        ])
    func noURL(text: String) {
        #expect(Address(url: text) == nil)
    }

    @Test(
        "a host may stand without a scheme",
        arguments: [
            ("mediamtx:9997", "mediamtx", 9997), ("db", "db", nil), ("10.0.0.1", "10.0.0.1", nil),
        ]
            as [(String, String, Int?)])
    func hosts(text: String, host: String, port: Int?) throws {
        let address = try #require(Address(host: text))
        #expect(address.scheme == nil)
        #expect(address.host == host)
        #expect(address.port == port)
    }

    @Test("what is no host is none", arguments: ["", ":80", "a/b", "user:pass", "a b", "x@y"])
    func noHost(text: String) {
        #expect(Address(host: text) == nil)
    }

    @Test(
        "a host is loopback, internal or neither",
        arguments: [
            ("localhost", true, true), ("portal.localhost", true, true), ("127.0.0.1", true, true),
            ("127.8.9.1", true, true), ("[::1]", true, true), ("0.0.0.0", true, true),
            ("mediamtx", false, true), ("host.docker.internal", false, true),
            ("printer.local", false, true), ("portal.example", false, false),
            ("10.0.0.1", false, false), ("127.example.com", false, false),
            ("[2001:db8::1]", false, false), ("localhost.example", false, false),
        ])
    func locality(host: String, isLoopback: Bool, isInternal: Bool) throws {
        let address = try #require(Address(url: "http://\(host)/"))
        #expect(address.isLoopback == isLoopback)
        #expect(address.isInternal == isInternal)
    }

    @Test("an @ behind the authority warns that the host may be a part of a password")
    func secret() {
        #expect(Address(url: "https://tok/en@host")?.mayHoldSecret == true)
        #expect(Address(url: "https://user:token@host/")?.mayHoldSecret == false)
    }
}
