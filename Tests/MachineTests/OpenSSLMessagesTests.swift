import Testing

@testable import Machine

@Suite("What openssl says")
struct OpenSSLMessagesTests {
    @Test(
        "the end of a connection is told by its cause",
        arguments: [
            ("", nil),
            ("CONNECTION ESTABLISHED\nProtocol version: TLSv1.3\nDONE\n", nil),
            (
                "depth=0 CN = hostname mismatch\nverify error:num=10:certificate has expired\n",
                SocketFailure.untrusted("the certificate has expired")
            ),
            (
                "verify error:num=19:self-signed certificate in certificate chain\n",
                .untrusted("the certificate's issuer is unknown")
            ),
            (
                "verify error:num=21:unable to verify the first certificate\n",
                .untrusted("the certificate's issuer is unknown")
            ),
            ("verify error:num=23:certificate revoked\n", .untrusted("certificate revoked")),
            (
                "40A7F8D5:error:0A00010B:SSL routines:ssl3_get_record:wrong version number:f.c:350:",
                .untrusted("the port does not speak TLS")
            ),
            (
                "CONNECTION ESTABLISHED\n40C7:error:0A00045C:SSL routines:ssl3_read_bytes:"
                    + "tlsv13 alert certificate required:rec.c:1601:SSL alert number 116\n",
                .untrusted("the server refused: certificate required")
            ),
            (
                "40C7:error:0A000102:SSL routines:tls_x:unsupported protocol:f.c:1:",
                .untrusted("unsupported protocol")
            ),
            (
                "40C7:error:0A000126:SSL routines:ssl3_read_n:unexpected eof while reading:f.c:1:",
                .closed
            ),
            ("write:errno=104\n", .closed),
            ("read:errno=0\n", .closed),
            ("connect:errno=110\n", .closed),
            ("connect:errno=111\n", .refused),
            ("connect:errno=99999999999999999999\n", .closed),
            (
                "s_client: Unknown option: -brief\ns_client: Use -help for summary.\n",
                .unsupported("the openssl here lacks -brief")
            ),
            ("unknown option -verify_ip\n", .unsupported("the openssl here lacks -verify_ip")),
            ("a:b:c:d:e:f", nil),
        ] as [(String, SocketFailure?)])
    func failures(text: String, expected: SocketFailure?) {
        #expect(OpenSSLMessages(Array(text.utf8)).failure == expected)
    }

    @Test("only a line of its own tells of a connection")
    func connection() {
        #expect(OpenSSLMessages(Array("x\nCONNECTION ESTABLISHED\ny".utf8)).tellsOfConnection)
        #expect(!OpenSSLMessages(Array("no CONNECTION ESTABLISHED".utf8)).tellsOfConnection)
        #expect(!OpenSSLMessages([0xFF, 0x00]).tellsOfConnection)
    }
}
