import Catalog
import Machine
import Probes
import Testing

/// The `tls` kind against real servers with certificates that are wrong in all the ways there are.
@Suite(.enabled(if: TestAuthority.isAvailable), .serialized, .timeLimit(.minutes(2)))
struct TLSProbeServerTests {
    private static func check(_ authority: TestAuthority? = nil) -> LineCheck {
        LineCheck(
            .fake(
                sockets: LiveSocketConnector(), commands: LiveCommandRunner(),
                files: LiveFileSystem(), clock: LiveClock(),
                workingDirectory: authority?.folder ?? "/"))
    }

    /// The result of a line about a server; `PORT` stands for its port.
    private func result(
        _ line: String, _ authority: TestAuthority, certificate: String, _ arguments: [String]
    ) async throws -> ProbeResult {
        let server = try TestTLSServer(authority, certificate: certificate, arguments)
        return try await Self.check(authority)
            .result("tls " + line.replacing("PORT", with: "\(server.port)"))
    }

    @Test("a certificate with its chain and a known root is well")
    func good() async throws {
        let authority = try await TestAuthority()
        let certificate = try await authority.certificate()
        let chain = ["-cert_chain", authority.path("middle.pem")]
        for words in [
            "localhost:PORT ca=root.pem",
            "localhost:PORT ca=root.pem days>8 days<11 protocol=TLSv1.3 subject=CN=localhost",
            "localhost:PORT ca=root.pem issuer=CN=Intermediate",
            "https://127.0.0.1:PORT/x ca=root.pem",
        ] {
            let result = try await result(words, authority, certificate: certificate, chain)
            #expect(result.outcome == .pass, "\(words): \(result.observed)")
        }
        let old = try await result(
            "localhost:PORT ca=root.pem protocol=TLSv1.3", authority, certificate: certificate,
            chain + ["-tls1_2"])
        #expect(old.observed == "protocol TLSv1.2")
    }

    @Test("each way in which a chain is not trusted has its own words")
    func untrusted() async throws {
        let authority = try await TestAuthority()
        let certificate = try await authority.certificate()
        for (words, arguments, observed) in [
            (
                "localhost:PORT", ["-cert_chain", authority.path("middle.pem")],
                "CN=Root"
            ),
            (
                "localhost:PORT", ["-cert_chain", authority.path("middle-and-root.pem")],
                "CN=Root"
            ),
            (
                "localhost:PORT ca=root.pem", [],
                "incomplete chain, its issuer CN=Intermediate is neither sent by "
                    + "the server nor known here"
            ),
        ] {
            let result = try await result(words, authority, certificate: certificate, arguments)
            #expect(result.outcome == .fail)
            // How openssl spaces names changes from version to version.
            let words = result.observed.replacing(" = ", with: "=")
            #expect(words.hasPrefix("trusted false, "), "\(words)")
            #expect(words.hasSuffix(observed), "\(words)")
        }
        let own = try await result(
            "localhost:PORT", authority, certificate: authority.path("root.pem"),
            ["-key", authority.path("root.key")])
        #expect(
            own.observed == "trusted false, self-signed, hostname false, "
                + "it names no host but in its subject, which clients ignore")
    }

    @Test("a certificate out of its time says since when or until when")
    func outOfTime() async throws {
        let authority = try await TestAuthority()
        let chain = ["-cert_chain", authority.path("middle.pem")]
        let expired = try await authority.certificate(
            validity: ("20200101000000Z", "20200301000000Z"))
        let past = try await result(
            "localhost:PORT ca=root.pem", authority, certificate: expired, chain)
        #expect(past.observed.hasPrefix("trusted false, expired "), "\(past.observed)")
        #expect(past.observed.contains(" days ago, days -"))
        #expect(past.observed.hasSuffix(", expired on 2020-03-01"))
        let early = try await authority.certificate(
            validity: ("20450101000000Z", "20480301000000Z"))
        let future = try await result(
            "localhost:PORT ca=root.pem", authority, certificate: early, chain)
        #expect(future.observed == "trusted false, not valid before 2045-01-01")
    }

    @Test("a certificate for other hosts lists them")
    func wrongHost() async throws {
        let authority = try await TestAuthority()
        let chain = ["-cert_chain", authority.path("middle.pem")]
        let other = try await authority.certificate(names: "DNS:a.example,DNS:*.b.example")
        let wrong = try await result(
            "localhost:PORT ca=root.pem", authority, certificate: other, chain)
        #expect(
            wrong.observed == "hostname false, it covers a.example, *.b.example, not localhost")
        let named = try await result(
            "localhost:PORT ca=root.pem name=x.b.example", authority, certificate: other, chain)
        #expect(named.outcome == .pass, "\(named.observed)")
        let nameless = try await authority.certificate(names: "")
        let none = try await result(
            "localhost:PORT ca=root.pem", authority, certificate: nameless, chain)
        #expect(none.observed.hasPrefix("hostname false, it names no host"))
    }

    @Test("a server that wants a certificate of its client shows its own all the same")
    func clientCertificate() async throws {
        let authority = try await TestAuthority()
        let certificate = try await authority.certificate()
        let result = try await result(
            "localhost:PORT ca=root.pem days>1000", authority, certificate: certificate,
            ["-cert_chain", authority.path("middle.pem"), "-Verify", "1", "-tls1_2"])
        #expect(result.observed.hasPrefix("days 9, until "))
        #expect(result.evidence.last?.hasPrefix("the handshake then failed: ") ?? false)
    }

    @Test("a handshake that fails says why in the library's words")
    func handshakeFailure() async throws {
        let authority = try await TestAuthority()
        let certificate = try await authority.certificate()
        let result = try await result(
            "localhost:PORT", authority, certificate: certificate,
            ["-tls1_2", "-cipher", "ECDHE-RSA-AES256-GCM-SHA384"])
        #expect(result.outcome == .fail)
        #expect(result.observed.hasPrefix("TLS failed: "), "\(result.observed)")
    }

    @Test("a file that holds no certificates is unknown")
    func badAuthority() async throws {
        let authority = try await TestAuthority()
        let certificate = try await authority.certificate()
        let result = try await result(
            "localhost:PORT ca=index.txt", authority, certificate: certificate, [])
        #expect(result.outcome == .unknown)
        #expect(result.observed.hasPrefix("openssl s_client could not be used: "))
    }

    @Test("TLS that is asked for in the protocol of PostgreSQL is found")
    func startTLS() async throws {
        let authority = try await TestAuthority()
        let certificate = try await authority.certificate()
        let server = try TestTLSServer(
            authority, certificate: certificate, ["-cert_chain", authority.path("middle.pem")])
        let port = try LocalPort(.silent)
        let target = server.port
        port.serve { connection in
            // SSLRequest, and the answer that TLS follows (PostgreSQL, Message Formats).
            guard LocalPort.read(from: connection).count == 8 else { return }
            LocalPort.write("S", to: connection)
            LocalPort.join(connection, toPort: target)
        }
        let result = try await Self.check(authority)
            .result("tls localhost:\(port.number) starttls=postgres ca=root.pem")
        #expect(result.outcome == .pass, "\(result.observed)")
    }
}
