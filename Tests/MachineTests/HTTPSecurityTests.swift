import Demo
import Foundation
import Machine
import Testing

@Suite("HTTP over TLS", .timeLimit(.minutes(1)))
struct HTTPSecurityTests {
    private func failure(_ url: String) async -> HTTPFailure? {
        do throws(HTTPFailure) {
            _ = try await LiveHTTPTransport().send(HTTPRequest(url: url, timeout: .seconds(10)))
            return nil
        } catch {
            return error
        }
    }

    @Test(
        "a self-signed certificate is not trusted, whatever name it is asked by",
        .enabled(if: SelfSignedServer.isAvailable, "openssl is not installed"),
        arguments: ["localhost", "127.0.0.1"])
    func selfSigned(host: String) async throws {
        let server = try await SelfSignedServer()
        let expected = HTTPFailure.tls("the certificate is self-signed")
        #expect(await failure("https://\(host):\(server.port)/") == expected)
    }

    @Test(
        "a port that speaks TLS is not taken for one that speaks HTTP",
        .enabled(if: SelfSignedServer.isAvailable, "openssl is not installed"))
    func plainToTLS() async throws {
        let server = try await SelfSignedServer()
        let failure = await failure("http://127.0.0.1:\(server.port)/")
        #expect(failure == .malformedResponse || failure == .closed || failure == .reset)
    }

    @Test("a port that speaks plain HTTP fails the handshake")
    func tlsToPlain() async throws {
        let server = try LoopbackServer.start { _ in .text("") }
        defer { server.stop() }
        let expected = HTTPFailure.tls("the port does not speak TLS")
        #expect(await failure("https://127.0.0.1:\(server.port)/") == expected)
    }
}
