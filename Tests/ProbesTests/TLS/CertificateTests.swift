import Foundation
import Testing

@testable import Probes

@Suite struct CertificateTests {
    private static func printed(
        start: String = "Nov  1 06:34:50 2026 GMT", end: String = "Dec 21 06:34:50 2026 GMT",
        names: String =
            "DNS:localhost, DNS:*.Example.org, IP Address:10.0.0.1, IP Address:0:0:0:0:0:0:0:1"
    ) -> String {
        """
        subject=CN=local\u{1B}[31mhost
        issuer=CN=Authority,O=Test
        notBefore=\(start)
        notAfter=\(end)
        Certificate:
            Data:
                X509v3 extensions:
                    X509v3 Subject Alternative Name:\u{20}
                        \(names)
                    X509v3 Subject Key Identifier:\u{20}
                        DNS:evil.example

        """
    }

    @Test("names, dates and covered hosts are read")
    func reads() throws {
        let certificate = try #require(Certificate(printed: Self.printed()))
        #expect(certificate.subject == "CN=localhost")
        #expect(certificate.issuer == "CN=Authority,O=Test")
        #expect(certificate.firstDay == "2026-11-01")
        #expect(certificate.lastDay == "2026-12-21")
        #expect(certificate.names == ["localhost", "*.example.org"])
        #expect(certificate.addresses.map(\.text) == ["10.0.0.1", "::1"])
        let now = certificate.end.addingTimeInterval(-36 * 3600)
        #expect(certificate.daysLeft(at: now) == 1.5)
        #expect(certificate.age(at: certificate.end.addingTimeInterval(7200 * 25)) == "2 days")
    }

    @Test(
        "a host is covered by its name, by a wildcard for one label, or by its address",
        arguments: [
            ("localhost", true), ("LOCALHOST.", true), ("a.example.org", true),
            ("example.org", false), ("a.b.example.org", false), ("aexample.org", false),
            ("10.0.0.1", true), ("10.0.0.2", false), ("::1", true), ("0:0::1", true),
            ("evil.example", false), ("", false), (".", false), ("*.example.org", true),
        ])
    func covers(host: String, isCovered: Bool) throws {
        let certificate = try #require(Certificate(printed: Self.printed()))
        #expect(certificate.covers(host) == isCovered)
    }

    @Test(
        "what is no certificate is none",
        arguments: [
            "", "subject=CN=x\n", printed(start: "soon"), printed(end: "Foo 1 2 3"),
            printed(end: "Dec 41 06:34:50 2026 GMT"), printed(end: "Dec 1 99:99:99 9999999 GMT"),
        ])
    func nothing(text: String) {
        #expect(Certificate(printed: text) == nil)
    }

    @Test("a certificate without names covers nobody, its common name does not count")
    func nameless() throws {
        let text = Self.printed().replacing("X509v3 Subject Alternative Name:", with: "Other:")
        let certificate = try #require(Certificate(printed: text))
        #expect(!certificate.covers("localhost"))
    }
}
