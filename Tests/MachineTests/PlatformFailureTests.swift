import Foundation
import Testing

@testable import Machine

@Suite("The platform's words for a failure")
struct PlatformFailureTests {
    @Test(
        "libcurl's words go before the code",
        arguments: [
            (-1, "SSL certificate problem: certificate has expired", "the certificate has expired"),
            (
                -1, "SSL certificate problem: certificate is not yet valid",
                "the certificate is not valid yet"
            ),
            (
                -1004, "SSL certificate problem: self-signed certificate in certificate chain",
                "the certificate's issuer is unknown"
            ),
            (
                -1, "SSL certificate problem: unable to get local issuer certificate",
                "the certificate's issuer is unknown"
            ),
            (
                -1,
                "SSL: no alternative certificate subject name matches target host name 'localhost'",
                "the certificate is for another host"
            ),
            (
                -1, "error:0A00010B:SSL routines::wrong version number",
                "the port does not speak TLS"
            ),
            (-1, "TLS alert, handshake failure", "TLS alert, handshake failure"),
        ])
    func tls(code: Int, text: String, reason: String) {
        #expect(
            PlatformFailure(code: code, text: text).meaning(timeout: .seconds(1)) == .tls(reason))
    }

    @Test(
        "each failure has its meaning",
        arguments: [
            (-1003, "Could not resolve host: x", HTTPFailure.nameNotFound),
            (-1004, "Failed to connect to x port 1: Couldn't connect to server", .refused),
            (-1004, "Empty reply from server", .closed),
            (-1005, "Recv failure: Connection reset by peer", .reset),
            (-1, "OpenSSL SSL_connect: Connection reset by peer in connection to x:1", .reset),
            (
                -1, "transfer closed with 982 bytes remaining to read",
                .broken("the response ends 982 bytes before its Content-Length")
            ),
            (
                -1, "transfer closed with outstanding read data remaining",
                .broken("the response ends before its last chunk")
            ),
            (-1002, "Received HTTP/0.9 when not allowed", .malformedResponse),
            (-1, "Failed writing header", .malformedResponse),
            (-1, "connect to 10.0.0.1 port 1 failed: No route to host", .unreachable),
            (-1001, "", .timedOut(after: .seconds(1))),
            (-1, "Connection timed out after 5 ms", .timedOut(after: .seconds(1))),
            (-1, "something new", .other("something new")),
        ])
    func meanings(code: Int, text: String, meaning: HTTPFailure) {
        #expect(PlatformFailure(code: code, text: text).meaning(timeout: .seconds(1)) == meaning)
    }

    @Test(
        "a reset cuts off a response that had begun",
        arguments: [
            (true, HTTPFailure.broken("connection reset within the response")), (false, .reset),
        ])
    func reset(isWithinResponse: Bool, meaning: HTTPFailure) {
        var failure = PlatformFailure(code: -1005, text: "Recv failure: Connection reset by peer")
        failure.isWithinResponse = isWithinResponse
        #expect(failure.meaning(timeout: .seconds(1)) == meaning)
    }

    @Test("a connection that did not come about, with no reason told, has no meaning yet")
    func unknown() {
        let text = "Failed to connect to 10.0.0.1 port 1 after 3 ms: Couldn't connect to server"
        #expect(PlatformFailure(code: -1, text: text).meaning(timeout: .seconds(1)) == nil)
    }
}
