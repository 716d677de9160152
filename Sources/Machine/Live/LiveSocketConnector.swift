import Foundation

/// Opens the system's own sockets; TLS goes through a child, `openssl`.
public struct LiveSocketConnector: SocketConnector {
    private let commands: LiveCommandRunner

    /// Makes a connector.
    ///
    /// - Parameter commands: finds `openssl`, and says in which folder a relative file of
    ///   certificate authorities is looked for.
    public init(commands: LiveCommandRunner = LiveCommandRunner()) {
        self.commands = commands
    }

    /// The numeric addresses of a host, at most 256.
    public func addresses(
        of host: String, timeout: Duration
    ) async throws(SocketFailure) -> [String] {
        let lookup = NameLookup(host: host, port: 0, carrier: .tcp)
        let texts = try await lookup.addresses(within: timeout).compactMap(\.text)
        guard !texts.isEmpty else { throw .nameNotFound(host) }
        return texts
    }

    /// Connects to the first address of the host that accepts.
    ///
    /// A UDP socket is connected too, so that a refusal of the other side (ICMP) shows at the next
    /// call; until then nothing is known of it.
    public func connect(
        to target: SocketTarget, timeout: Duration
    ) async throws(SocketFailure) -> any SocketConnection {
        let clock = ContinuousClock()
        let start = clock.now
        let (socket, address) = try await socket(to: target, timeout: timeout)
        guard target.carrier == .tls else { return LiveSocketConnection(socket) }
        // The address is known now to accept. The program cannot take the socket over, and by itself
        // it would try a name's addresses one after the other, each for minutes.
        socket.close()
        guard let text = address.text else { throw .nameNotFound(target.host) }
        do throws(SocketFailure) {
            return try await TLSConnection.open(
                target, address: text, within: timeout - (clock.now - start), commands: commands)
        } catch .timedOut {
            throw .timedOut(after: timeout)
        }
    }

    private func socket(
        to target: SocketTarget, timeout: Duration
    ) async throws(SocketFailure) -> (socket: SystemSocket, address: SocketAddress) {
        guard (1...65_535).contains(target.port) else {
            throw .other("\(target.port) is not a port: those are 1 to 65535")
        }
        let clock = ContinuousClock()
        let start = clock.now
        let lookup = NameLookup(host: target.host, port: target.port, carrier: target.carrier)
        let addresses: [SocketAddress]
        do throws(SocketFailure) {
            addresses = try await lookup.addresses(within: timeout)
        } catch .timedOut {
            throw .nameTimedOut(target.host, after: timeout)
        }
        let remaining = timeout - (clock.now - start)
        switch await ConnectRace.outcome(of: addresses, within: remaining) {
        case .connected(let socket, let address):
            guard !Task.isCancelled else { throw .cancelled }
            return (socket, address)
        case .failed(let codes): throw SocketFailure(codes: codes, timeout: timeout)
        case .cancelled: throw .cancelled
        }
    }
}
