import Testing

@testable import Probes

@Suite struct IPAddressTests {
    @Test(
        "spellings of one address are equal, and shown in the usual one",
        arguments: [
            ("127.0.0.1", "127.0.0.1"), ("::ffff:10.0.0.1", "10.0.0.1"), ("::1", "::1"),
            ("0:0:0:0:0:0:0:1", "::1"), ("2001:DB8::00a", "2001:db8::a"),
            ("fe80::1%en0", "fe80::1"),
        ])
    func spellings(text: String, usual: String) throws {
        let address = try #require(IPAddress(text))
        #expect(address.text == usual)
        #expect(address == IPAddress(usual))
    }

    @Test(
        "what is no address is none",
        arguments: [
            "", "localhost", "1.2.3", "1.2.3.256", "::g", "1.2.3.4:80", "[::1]", "%",
            String(repeating: "1", count: 10_000), "1.2.3.4\0",
        ])
    func noAddress(text: String) {
        #expect(IPAddress(text) == nil)
    }

    @Test(
        "the scope tells who can reach it",
        arguments: [
            ("127.0.0.53", .loopback), ("::1", .loopback), ("0.0.0.0", .loopback),
            ("::", .loopback), ("::ffff:127.0.0.1", .loopback), ("10.255.0.1", .private),
            ("172.15.0.1", .public), ("172.16.0.1", .private), ("172.31.255.255", .private),
            ("172.32.0.1", .public), ("192.168.1.1", .private), ("192.169.0.1", .public),
            ("100.64.0.1", .private), ("100.128.0.1", .public), ("169.254.169.254", .private),
            ("198.19.0.1", .private), ("8.8.8.8", .public), ("fd12::1", .private),
            ("fe80::1", .private), ("fec0::1", .public), ("2001:4860::8888", .public),
        ] as [(String, IPAddress.Scope)])
    func scopes(text: String, scope: IPAddress.Scope) throws {
        #expect(try #require(IPAddress(text)).scope == scope)
    }

    @Test("only four or sixteen bytes are an address", arguments: [0, 3, 5, 15, 17])
    func bytes(count: Int) {
        #expect(IPAddress(bytes: [UInt8](repeating: 1, count: count)) == nil)
    }
}
