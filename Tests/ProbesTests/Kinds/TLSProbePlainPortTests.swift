import Demo
import Machine
import Probes
import Testing

/// The `tls` kind against ports that speak something else than TLS.
@Suite(.enabled(if: TestAuthority.isAvailable), .timeLimit(.minutes(2)))
struct TLSProbePlainPortTests {
    private let check = LineCheck(
        .fake(
            sockets: LiveSocketConnector(), commands: LiveCommandRunner(), clock: LiveClock()))

    private func observed(_ port: Int, _ words: String = "") async throws -> String {
        let result = try await check.result("tls 127.0.0.1:\(port) \(words)")
        #expect(result.outcome == .fail)
        #expect(!result.isMeasured)
        return result.observed
    }

    @Test("a plain HTTP server is named as such")
    func http() async throws {
        let server = try LoopbackServer.start { _ in .text("fine") }
        defer { server.stop() }
        #expect(try await observed(server.port) == "answers with plain HTTP, without TLS")
    }

    @Test(
        "a server of another protocol is named by its greeting",
        arguments: [
            ("SSH-2.0-OpenSSH_9.2\r\n", "is an SSH server, which speaks no TLS"),
            (
                "220 mail.example ESMTP\r\n",
                "speaks before TLS: give starttls=smtp or starttls=ftp"
            ),
            ("+OK POP3 ready\r\n", "speaks before TLS: give starttls=pop3"),
            ("\u{1B}[31mMUD!\r\n", "answers, but not with TLS"),
        ])
    func greeting(text: String, words: String) async throws {
        let port = try LocalPort(.silent)
        port.greet(text)
        #expect(try await observed(port.number) == words)
    }

    @Test("a server that hangs up says so")
    func closing() async throws {
        let port = try LocalPort(.silent)
        port.serve { _ in }
        let words = try await observed(port.number)
        #expect(words == "closed the connection instead of answering with TLS")
    }

    @Test("a server that never answers is waited for as long as the line says")
    func silent() async throws {
        let port = try LocalPort(.silent)
        #expect(
            try await observed(port.number, "timeout=500ms")
                == "accepts connections, but no TLS answer within 500 ms")
    }

    @Test("a port where nothing listens is refused")
    func refused() async throws {
        let port = try LocalPort(.closed)
        #expect(try await observed(port.number) == "connection refused")
    }

    @Test("a server that declines TLS in its own protocol says so")
    func declines() async throws {
        let port = try LocalPort(.silent)
        port.serve { connection in
            _ = LocalPort.read(from: connection)
            LocalPort.write("N", to: connection)
            _ = LocalPort.read(from: connection)
        }
        #expect(
            try await observed(port.number, "starttls=postgres")
                == "does not answer starttls=postgres with TLS")
    }
}
