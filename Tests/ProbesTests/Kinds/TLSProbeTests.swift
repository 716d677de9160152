import Catalog
import Machine
import Probes
import Testing

/// The `tls` kind with the words of programs that are not at hand.
@Suite struct TLSProbeTests {
    private static let openssl = [
        "openssl s_client": FakeCommandRunner.Answer.output(
            """
            CONNECTED(00000003)
            ---
            Certificate chain
             0 s:/CN=portal.example
               i:/O=Test/CN=Authority
            ---
            Server certificate
            -----BEGIN CERTIFICATE-----
            MIIB
            -----END CERTIFICATE-----
            ---
            New, TLSv1/SSLv3, Cipher is AEAD-AES256-GCM-SHA384
            SSL-Session:
                Protocol  : TLSv1.3

            """),
        "openssl x509": .output(
            """
            subject= CN=portal.example
            issuer= CN=Authority,O=Test
            notBefore=Dec  1 00:00:00 2025 GMT
            notAfter=Jan 15 12:00:00 2026 GMT
                    X509v3 Subject Alternative Name:
                        DNS:portal.example, DNS:www.portal.example

            """),
    ]

    private func check(
        _ commands: [String: FakeCommandRunner.Answer] = Self.openssl,
        answer: FakeSocketConnector.Answer = .pieces([])
    ) -> (LineCheck, FakeCommandRunner) {
        let runner = FakeCommandRunner(commands)
        let targets = ["portal.example", "10.0.0.1"].flatMap { host in
            [443, 5432].map { SocketTarget(host: host, port: $0) }
        }
        let sockets = FakeSocketConnector(
            Dictionary(targets.map { ($0, answer) }, uniquingKeysWith: { first, _ in first }))
        let world = World.fake(
            sockets: sockets, commands: runner, files: FakeFileSystem(["/srv/ca.pem": ""]),
            clock: FakeClock(advancesItself: false))
        return (LineCheck(world), runner)
    }

    @Test(
        "conditions that hold pass, with LibreSSL's wordings too",
        arguments: [
            "", "days>14 days<15 days=14", "trusted=true", "hostname=true", "protocol=TLSv1.3",
            "issuer~O=Test issuer!~Encrypt", "subject='CN=portal.example'",
            "name=www.portal.example hostname=true",
        ])
    func passes(words: String) async throws {
        let result = try await check().0.result("tls portal.example \(words)")
        #expect(result.outcome == .pass, "\(result.observed)")
    }

    @Test(
        "conditions that do not hold fail and say what was seen",
        arguments: [
            ("days>30", "days 14, until 2026-01-15"), ("protocol=TLSv1.2", "protocol TLSv1.3"),
            ("issuer~Encrypt", "issuer CN=Authority,O=Test"),
            (
                "name=api.example",
                "hostname false, it covers portal.example, www.portal.example, not api.example"
            ),
        ])
    func fails(words: String, observed: String) async throws {
        let result = try await check().0.result("tls portal.example \(words)")
        #expect(result.outcome == .fail)
        #expect(result.isConfiguration)
        #expect(result.observed == observed)
        #expect(
            result.evidence == [
                "certificate: CN=portal.example, issued by CN=Authority,O=Test, "
                    + "valid 2025-12-01 to 2026-01-15"
            ])
    }

    @Test(
        "options become arguments, an address is not asked for as a name",
        arguments: [
            ("portal.example", "-connect portal.example:443 -servername portal.example"),
            (
                "portal.example:5432 starttls=postgres ca=ca.pem",
                "-connect portal.example:5432 -servername portal.example "
                    + "-CAfile /srv/ca.pem -starttls postgres"
            ),
            ("https://10.0.0.1/x", "-connect 10.0.0.1:443"),
            ("10.0.0.1 name=portal.example", "-connect 10.0.0.1:443 -servername portal.example"),
        ])
    func arguments(words: String, line: String) async throws {
        let (check, runner) = check()
        _ = try await check.result("tls \(words)")
        #expect(runner.commands.first?.line == "openssl s_client \(line)")
        let reading = try #require(runner.commands.last)
        #expect(reading.arguments.first == "x509")
        #expect(String(decoding: reading.input, as: UTF8.self).hasPrefix("-----BEGIN CERT"))
    }

    @Test(
        "what can't be tried is unknown",
        arguments: [
            ("portal.example starttls=postgre", "openssl has no starttls=postgre"),
            ("portal.example ca=none.pem", "none.pem does not exist"),
            ("portal.example ca=/srv", "/srv is a folder"),
        ])
    func unusable(words: String, observed: String) async throws {
        let (check, runner) = check()
        let result = try await check.result("tls \(words)")
        #expect(result.outcome == .unknown)
        #expect(result.observed.hasPrefix(observed))
        #expect(runner.commands.isEmpty)
    }

    @Test(
        "a program that is missing or can't do it is unknown",
        arguments: [
            ([:], "openssl is not installed here"),
            (
                ["openssl": .exit(1, error: "s_client: Option unknown option -x\n")],
                "openssl s_client could not be used: s_client: Option unknown option -x"
            ),
            (
                ["openssl s_client": openssl["openssl s_client"] ?? .hang, "openssl": .exit(1)],
                "openssl x509 can't read the certificate"
            ),
        ] as [([String: FakeCommandRunner.Answer], String)])
    func withoutProgram(
        commands: [String: FakeCommandRunner.Answer], observed: String
    ) async throws {
        let result = try await check(commands).0.result("tls portal.example")
        #expect(result.outcome == .unknown)
        #expect(result.observed == observed)
    }

    @Test("a port that can't be connected to fails, and openssl is not asked")
    func refused() async throws {
        let (check, runner) = check(answer: .failure(.refused))
        let result = try await check.result("tls portal.example")
        #expect(result.outcome == .fail)
        #expect(!result.isConfiguration)
        #expect(result.observed == "connection refused")
        #expect(runner.commands.isEmpty)
    }

    @Test("only a host and one port can be asked")
    func mistakes() {
        for subject in ["", "portal.example:80-90", "http://", "a b"] {
            #expect(TLSProbe().mistake(in: subject) == "not of the form HOST:PORT")
        }
        #expect(TLSProbe().mistake(in: "portal.example") == nil)
    }
}
