import Foundation

/// Opens the system's own sockets.
public struct LiveSocketConnector: SocketConnector {
    /// Makes a connector.
    public init() {}

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
        guard target.carrier != .tls else { throw .unsupported("TLS is not here yet") }
        return LiveSocketConnection(try await socket(to: target, timeout: timeout).socket)
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
        let addresses = try await lookup.addresses(within: timeout)
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
