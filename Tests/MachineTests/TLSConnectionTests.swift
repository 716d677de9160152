import Foundation
import Testing

@testable import Machine

@Suite(
    "Sockets with TLS", .timeLimit(.minutes(1)),
    .enabled(if: SelfSignedServer.isAvailable, "openssl is not installed"))
struct TLSConnectionTests {
    /// Long enough for anything that comes at all.
    private let patience = Duration.seconds(20)

    private func connect(
        _ port: Int, host: String = "localhost", trusting file: String? = nil,
        timeout: Duration? = nil, path: String? = nil
    ) async throws(SocketFailure) -> any SocketConnection {
        var environment = ProcessInfo.processInfo.environment
        if let path { environment["PATH"] = path }
        return try await LiveSocketConnector(commands: LiveCommandRunner(environment: environment))
            .connect(
                to: SocketTarget(
                    host: host, port: port, carrier: .tls, certificateAuthorityFile: file),
                timeout: timeout ?? patience)
    }

    private func failure(
        _ port: Int, host: String = "localhost", trusting file: String? = nil,
        timeout: Duration? = nil, path: String? = nil
    ) async -> SocketFailure? {
        do throws(SocketFailure) {
            _ = try await connect(port, host: host, trusting: file, timeout: timeout, path: path)
            return nil
        } catch {
            return error
        }
    }

    /// Whether a program runs that connects to the port.
    private func hasClient(_ port: Int) -> Bool {
        let processes = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
        return processes.filter { Int($0) != nil }.contains { process in
            let words = (try? LiveFileSystem().text(of: "/proc/\(process)/cmdline")) ?? ""
            return words.contains("s_client") && words.contains(":\(port)\0")
        }
    }

    @Test("bytes go both ways where the certificate is trusted, and the program ends with them")
    func trusted() async throws {
        let server = try await SelfSignedServer()
        do {
            let connection = try await connect(server.port, trusting: server.certificate)
            #expect(hasClient(server.port))
            try await connection.send(Array("GET / HTTP/1.0\r\n\r\n".utf8), timeout: patience)
            var answer: [UInt8] = []
            while case let piece = try await connection.receive(limit: 999, timeout: patience),
                !piece.isEmpty
            {
                answer += piece
            }
            #expect(String(decoding: answer, as: UTF8.self).hasPrefix("HTTP/1.0 200 ok"))
            #expect(answer.count > 999)
        }
        while hasClient(server.port) { await Task.yield() }
    }

    @Test("letters that mean commands to the program are data, and closing ends it")
    func commandLetters() async throws {
        let server = try await SelfSignedServer()
        let connection = try await connect(server.port, trusting: server.certificate)
        for letter in ["Q\n", "R\n", "K\n"] {
            try await connection.send(Array(letter.utf8), timeout: patience)
        }
        let limit = Duration.milliseconds(50)
        await #expect(throws: SocketFailure.timedOut(after: limit)) {
            try await connection.receive(limit: 9, timeout: limit)
        }
        #expect(hasClient(server.port))
        connection.close()
        while hasClient(server.port) { await Task.yield() }
        await #expect(throws: SocketFailure.closed) {
            try await connection.receive(limit: 9, timeout: patience)
        }
    }

    @Test("a certificate that nobody trusts, or for another host, is said to be that")
    func untrusted() async throws {
        let server = try await SelfSignedServer()
        #expect(await failure(server.port) == .untrusted("the certificate is self-signed"))
        let other = await failure(server.port, host: "127.0.0.1", trusting: server.certificate)
        #expect(other == .untrusted("the certificate is for another host"))
    }

    @Test("a file of authorities that is not there, or no such file, is unsupported")
    func badAuthorities() async throws {
        let server = try await SelfSignedServer()
        #expect(
            await failure(server.port, trusting: "/nonexistent.pem")
                == .unsupported("the file of certificate authorities cannot be read"))
        #expect(
            await failure(server.port, trusting: "/dev/null")
                == .unsupported("the file of certificate authorities holds no certificate"))
    }

    @Test("a port that speaks something else, hangs up, refuses or says nothing is told apart")
    func notTLS() async throws {
        let talker = try TestListener()
        // The first connection only finds out which address accepts.
        for _ in 0..<2 {
            talker.serve { descriptor in
                _ = send(descriptor, "220 mail ready\r\n", 16, Int32(MSG_NOSIGNAL))
                // Closed with bytes unread it would be reset, and what was sent might be lost.
                var buffer = [UInt8](repeating: 0, count: 4096)
                while recv(descriptor, &buffer, buffer.count, 0) > 0 {}
            }
        }
        #expect(await failure(talker.port) == .untrusted("the port does not speak TLS"))

        let closer = try TestListener()
        for _ in 0..<2 { closer.serve { _ in } }
        #expect(await failure(closer.port) == .closed)

        let refusing = try ReservedPort()
        #expect(await failure(refusing.number) == .refused)

        let silent = try TestListener()
        let limit = Duration.milliseconds(300)
        #expect(await failure(silent.port, timeout: limit) == .timedOut(after: limit))
        while hasClient(silent.port) { await Task.yield() }
    }

    @Test("a cancelled handshake ends at once, and its program with it")
    func cancelled() async throws {
        let silent = try TestListener()
        let task = Task { await failure(silent.port) }
        while !hasClient(silent.port) { await Task.yield() }
        task.cancel()
        #expect(await task.value == .other("the connection was cancelled"))
        while hasClient(silent.port) { await Task.yield() }
    }

    @Test("without openssl there is no TLS")
    func noProgram() async throws {
        let silent = try TestListener()
        #expect(
            await failure(silent.port, path: "/nonexistent")
                == .unsupported("openssl is not installed here"))
    }

    @Test(
        "a name is checked and sent, a numeric address only checked",
        arguments: [
            ("portal.example", "192.0.2.1", "-servername portal.example", "192.0.2.1:443"),
            ("192.0.2.1", "192.0.2.1", "-noservername -verify_ip 192.0.2.1", "192.0.2.1:443"),
            ("fe80::1%lo", "fe80::1%lo", "-noservername -verify_ip fe80::1", "[fe80::1%lo]:443"),
            ("-CAfile", "192.0.2.1", "-servername -CAfile -verify_hostname", "192.0.2.1:443"),
        ])
    func arguments(host: String, address: String, names: String, place: String) {
        let target = SocketTarget(host: host, port: 443, carrier: .tls)
        let arguments = TLSConnection.arguments(for: target, address)
        #expect(arguments.joined(separator: " ").contains(names))
        #expect(arguments.last == place)
        #expect(arguments.contains("-verify_return_error"))
    }
}
