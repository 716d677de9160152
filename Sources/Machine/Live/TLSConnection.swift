import Foundation

/// A stream of bytes inside TLS, which `openssl s_client` speaks, since the toolchain has no TLS of
/// its own for sockets.
///
/// The options are those of s_client(1) in OpenSSL 3.0. With `-brief` the program tells on standard
/// error when the handshake is done; with `-nocommands` every byte is data, and without
/// `-ign_eof`, which `-quiet` would bring, it ends at the end of its input.
final class TLSConnection: SocketConnection {
    /// How much of what the program says is kept, in bytes.
    private static let messageLimit = 64 << 10
    /// How long its last words are waited for once its output has ended.
    private static let lastWordsPatience = Duration.milliseconds(250)

    private let child: TLSChild

    private init(_ child: TLSChild) {
        self.child = child
    }

    deinit {
        child.end()
    }

    /// Connects and shakes hands.
    ///
    /// - Parameters:
    ///   - address: the numeric address of the target's host.
    ///   - commands: finds the program.
    /// - Throws: ``SocketFailure/unsupported(_:)`` where the program is missing or too old,
    ///   ``SocketFailure/untrusted(_:)`` where the handshake or the certificate fails.
    static func open(
        _ target: SocketTarget, address: String, within limit: Duration,
        commands: LiveCommandRunner
    ) async throws(SocketFailure) -> TLSConnection {
        let command = Command("openssl", arguments(for: target, address), timeout: limit)
        let outcome = await BlockingCall.value { _ in
            Result { () throws(CommandFailure) in
                try TLSChild.start(try commands.launch(for: command))
            }
        }
        let connection: TLSConnection
        do throws(CommandFailure) {
            connection = TLSConnection(try outcome.get())
        } catch {
            throw .unsupported(error.summary)
        }
        try await connection.waitForHandshake(within: limit)
        return connection
    }

    /// The arguments of the program for a target.
    static func arguments(for target: SocketTarget, _ address: String) -> [String] {
        let isNumeric = address == target.host || target.host.utf8.contains(UInt8(ascii: ":"))
        let place = address.utf8.contains(UInt8(ascii: ":")) ? "[\(address)]" : address
        // A numeric address goes into no server name (RFC 6066, 3), its zone into no certificate.
        let names =
            isNumeric
            ? ["-noservername", "-verify_ip", String(target.host.prefix { $0 != "%" })]
            : ["-servername", target.host, "-verify_hostname", target.host]
        return ["s_client", "-brief", "-nocommands", "-verify_return_error"] + names
            + (target.certificateAuthorityFile.map { ["-CAfile", $0] } ?? [])
            + ["-connect", "\(place):\(target.port)"]
    }

    /// Sends all the bytes.
    func send(_ bytes: [UInt8], timeout: Duration) async throws(SocketFailure) {
        do throws(SocketFailure) {
            try await child.data.send(bytes, timeout: timeout)
        } catch .closed {
            throw await lastFailure() ?? .closed
        }
    }

    /// Waits for bytes and gives what has come, at most `limit`; nothing at the end of the stream.
    func receive(limit: Int, timeout: Duration) async throws(SocketFailure) -> [UInt8] {
        let bytes = try await child.data.receive(limit: limit, timeout: timeout)
        // An end of TCP without one of TLS (RFC 8446, 6.1) is an end too.
        if bytes.isEmpty, let failure = await lastFailure(), failure != .closed { throw failure }
        return bytes
    }

    /// Ends the connection and the program now.
    func close() {
        child.end()
    }

    private func waitForHandshake(within limit: Duration) async throws(SocketFailure) {
        let clock = ContinuousClock()
        let start = clock.now
        var messages: [UInt8] = []
        while messages.count < Self.messageLimit {
            let remaining = limit - (clock.now - start)
            let piece: [UInt8]
            do throws(SocketFailure) {
                piece = try await child.messages.receive(
                    limit: Self.messageLimit, timeout: max(.zero, remaining))
            } catch .timedOut {
                throw .timedOut(after: limit)
            }
            if piece.isEmpty { break }
            messages += piece
            if OpenSSLMessages(messages).tellsOfConnection { return }
        }
        throw OpenSSLMessages(messages).failure ?? .closed
    }

    /// What the program said at its end, where that is more than that the connection has ended.
    private func lastFailure() async -> SocketFailure? {
        var messages: [UInt8] = []
        while messages.count < Self.messageLimit,
            let piece = try? await child.messages.receive(
                limit: Self.messageLimit, timeout: Self.lastWordsPatience), !piece.isEmpty
        {
            messages += piece
        }
        return OpenSSLMessages(messages).failure
    }
}
