import Foundation

/// Opens the system's own sockets.
public struct LiveSocketConnector: SocketConnector {
    /// Makes a connector.
    public init() {}

    /// The numeric addresses of a host.
    public func addresses(
        of host: String, timeout: Duration
    ) async throws(SocketFailure) -> [String] {
        throw .unsupported("sockets are not here yet")
    }

    /// Connects to the first address of the host that accepts.
    public func connect(
        to target: SocketTarget, timeout: Duration
    ) async throws(SocketFailure) -> any SocketConnection {
        throw .unsupported("sockets are not here yet")
    }
}
