import Catalog
import Machine
import Probes
import Testing

@Suite struct DNSProbeTests {
    private static let world = World.fake(
        sockets: FakeSocketConnector(addresses: [
            "portal.example": ["203.0.113.7", "2001:db8::7"], "media.example": ["192.168.1.5"],
            "mixed.example": ["8.8.8.8", "10.0.0.1"], "self.example": ["127.0.0.1", "::1"],
        ]))

    @Test(
        "conditions that hold pass",
        arguments: [
            "portal.example", "portal.example address=203.0.113.7",
            "portal.example address=2001:DB8:0::7", "portal.example address~^203",
            "portal.example address!=10.0.0.1 address!~^10", "portal.example scope=public",
            "media.example scope=private", "media.example scope!=public",
            "self.example scope=loopback", "https://portal.example:8443/x resolves=true",
            "gone.example resolves=false", "gone.example resolves!=true",
        ])
    func passes(words: String) async throws {
        let result = try await LineCheck(Self.world).result("dns \(words)")
        #expect(result.outcome == .pass, "\(result.observed)")
    }

    @Test(
        "conditions that do not hold fail and say what was seen",
        arguments: [
            ("gone.example", "the name has no address", true),
            ("gone.example resolves=true", "resolves false, the name has no address", true),
            ("portal.example resolves=false", "resolves true, 203.0.113.7, 2001:db8::7", true),
            ("portal.example address=10.0.0.1", "address 203.0.113.7, 2001:db8::7", true),
            ("portal.example address!=203.0.113.7", "address 203.0.113.7, 2001:db8::7", true),
            ("mixed.example scope=public", "scope 10.0.0.1: private", true),
            ("gone.example address!=10.0.0.1", "the name has no address", false),
        ])
    func fails(words: String, observed: String, isMeasured: Bool) async throws {
        let result = try await LineCheck(Self.world).result("dns \(words)")
        #expect(result.outcome == .fail)
        #expect(result.observed.hasSuffix(observed))
        #expect(result.isMeasured == isMeasured)
    }

    @Test("a name that could never be looked up is refused before it is")
    func mistakes() {
        for subject in ["a b", "http://", "x/y", ""] {
            #expect(DNSProbe().mistake(in: subject) == "not the name of a host")
        }
        #expect(DNSProbe().mistake(in: "_sip.example") == nil)
    }

    @Test("the component is the name")
    func component() throws {
        #expect(try LineCheck.check("dns portal.example").component == "portal.example")
        #expect(try LineCheck.check("dns https://portal.example:1/").component == "portal.example")
    }
}

/// The `dns` kind against this machine's own resolver.
@Suite(.timeLimit(.minutes(1))) struct DNSProbeResolverTests {
    @Test(
        "names that every machine knows resolve, the reserved one does not",
        arguments: [
            "localhost scope=loopback", "localhost address~^(127|::1)", "127.0.0.1 resolves=true",
            "nothing.invalid resolves=false",
        ])
    func resolves(words: String) async throws {
        let world = World.fake(sockets: LiveSocketConnector())
        let result = try await LineCheck(world).result("dns \(words)", timeout: .seconds(30))
        #expect(result.outcome == .pass, "\(result.observed)")
    }
}
