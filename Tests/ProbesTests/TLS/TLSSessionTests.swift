import Machine
import Testing

@testable import Probes

@Suite struct TLSSessionTests {
    private func session(_ output: String, error: String = "") -> TLSSession {
        TLSSession(
            CommandResult(
                exitCode: 0, standardOutput: Array(output.utf8), standardError: Array(error.utf8)))
    }

    @Test("what the server sends behind the report changes nothing of it")
    func onlyTheFirst() {
        let report = """
            CONNECTED(00000003)
            ---
            Certificate chain
             0 s:CN = localhost
               i:CN = Authority
            ---
            Server certificate
            -----BEGIN CERTIFICATE-----
            MIIB
            -----END CERTIFICATE-----
            ---
            New, TLSv1.2, Cipher is ECDHE
            SSL-Session:
                Protocol  : TLSv1.2
            ---
            Certificate chain
             1 s:CN = evil
                Protocol  : TLSv9
            -----BEGIN CERTIFICATE-----
            EVIL
            -----END CERTIFICATE-----
            """
        let session = session(report)
        #expect(session.isConnected)
        #expect(session.chain == [.init(subject: "CN = localhost", issuer: "CN = Authority")])
        #expect(session.version == "TLSv1.2")
        #expect(
            session.certificate
                == "-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n")
    }

    @Test(
        "versions are read from old and new wordings",
        arguments: [
            ("New, TLSv1.3, Cipher is TLS_AES_256_GCM_SHA384\n", "TLSv1.3"),
            ("New, SSLv3, Cipher is AES\n    Protocol  : TLSv1\n", "TLSv1"),
            ("New, TLSv1.2, Cipher is X\nProtocol: TLSv1.2\n", "TLSv1.2"),
            ("New, (NONE), Cipher is (NONE)\n", nil),
        ] as [(String, String?)])
    func versions(output: String, version: String?) {
        #expect(session(output).version == version)
    }

    @Test("complaints carry their place in the chain")
    func complaints() {
        let session = session(
            "",
            error: """
                depth=1 CN = Authority
                verify error:num=20:unable to get local issuer certificate
                verify return:1
                depth=0 CN = localhost
                verify error:num=10:certificate has expired
                notAfter=Nov 18 00:00:00 2026 GMT
                DONE
                """)
        #expect(
            session.complaints == [
                .init(
                    number: 20, words: "unable to get local issuer certificate", depth: 1,
                    subject: "CN = Authority"),
                .init(
                    number: 10, words: "certificate has expired", depth: 0,
                    subject: "CN = localhost"),
            ])
        #expect(session.reason == nil)
    }

    @Test(
        "reasons are read from the wordings of several versions",
        arguments: [
            // OpenSSL 3.0, 1.1.1 and LibreSSL.
            (
                "4077:error:0A00010B:SSL routines:ssl3_get_record:wrong version number:../x.c:350:",
                "wrong version number", true
            ),
            (
                "139:error:1408F10B:SSL routines:ssl3_get_record:wrong version number:x.c:332:",
                "wrong version number", true
            ),
            (
                "450:error:1404B42E:SSL routines:ST_CONNECT:tlsv1 alert protocol version:/x.c:4:",
                "tlsv1 alert protocol version", false
            ),
            (
                "40A7:error:0A000126:SSL routines::unexpected eof while reading:../x.c:318:",
                "unexpected eof while reading", false
            ),
            (
                "40A7:error:8000006F:system library:BIO_connect:Connection refused:x.c:1:", nil,
                false
            ),
            ("error", nil, false), ("error:::", nil, false),
        ] as [(String, String?, Bool)])
    func reasons(line: String, reason: String?, isNotTLS: Bool) {
        #expect(session("", error: line).reason == reason)
        #expect(session("", error: line).isNotTLS == isNotTLS)
    }

    @Test(
        "nonsense is read without harm",
        arguments: [
            "", ":", "depth=", "depth=99999999999999999999 x\nverify error:num=",
            "verify error:num=99999999999999999999:x", "   i:first\n---\nCertificate chain\n   i:x",
            "-----END CERTIFICATE----------BEGIN CERTIFICATE-----",
        ])
    func nonsense(text: String) {
        #expect(session(text, error: text).certificate == nil)
    }
}
