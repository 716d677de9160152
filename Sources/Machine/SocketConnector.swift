/// Opens sockets on behalf of probes, for what no HTTP client and no other program can ask.
public protocol SocketConnector: Sendable {
    /// The numeric addresses of a host, in the order in which the system prefers them.
    ///
    /// - Throws: ``SocketFailure/nameNotFound(_:)`` where the name has none, ``SocketFailure``
    ///   otherwise.
    func addresses(of host: String, timeout: Duration) async throws(SocketFailure) -> [String]

    /// Connects to the first address of the host that accepts.
    ///
    /// - Throws: ``SocketFailure`` where no connection comes about within the time-out.
    func connect(
        to target: SocketTarget, timeout: Duration
    ) async throws(SocketFailure) -> any SocketConnection
}

/// Where a socket leads and what it speaks.
public struct SocketTarget: Sendable, Hashable {
    /// What the socket carries.
    public enum Carrier: Sendable, Hashable {
        /// A stream of bytes.
        case tcp
        /// Single datagrams.
        case udp
        /// A stream of bytes inside TLS, the certificate checked.
        case tls
    }

    /// The host's name or numeric address, without brackets.
    public var host: String
    /// The port.
    public var port: Int
    /// What the socket carries.
    public var carrier: Carrier
    /// The file with the certificates trusted to issue others, in PEM; the system's where `nil`.
    public var certificateAuthorityFile: String?

    /// Makes a target.
    public init(
        host: String, port: Int, carrier: Carrier = .tcp, certificateAuthorityFile: String? = nil
    ) {
        self.host = host
        self.port = port
        self.carrier = carrier
        self.certificateAuthorityFile = certificateAuthorityFile
    }
}

/// An open socket; it closes by itself when nobody holds it any more.
public protocol SocketConnection: Sendable {
    /// Sends all the bytes, for UDP as one datagram.
    func send(_ bytes: [UInt8], timeout: Duration) async throws(SocketFailure)

    /// Waits for bytes and gives what has come, at most `limit`; nothing at the end of a stream.
    func receive(limit: Int, timeout: Duration) async throws(SocketFailure) -> [UInt8]

    /// Closes the socket now.
    func close()
}

/// Why a socket did not do what was asked of it.
public enum SocketFailure: Error, Sendable, Hashable {
    /// The host's name has no address.
    case nameNotFound(String)
    /// The name servers told no address of the host within the time-out.
    case nameTimedOut(String, after: Duration)
    /// The host is there and nothing listens on the port.
    case refused
    /// No way leads to the host.
    case unreachable
    /// Nothing came within the time-out: filtered, or too slow.
    case timedOut(after: Duration)
    /// The other side closed or reset the connection.
    case closed
    /// The TLS handshake failed, in the words of the library.
    case untrusted(String)
    /// This machine lacks what it takes, and what.
    case unsupported(String)
    /// Something else, in the platform's words.
    case other(String)

    /// The failure in a few words, for a verdict.
    public var summary: String {
        switch self {
        case .nameNotFound(let host): "the name \(host) has no address"
        case .nameTimedOut(let host, let limit):
            "the name \(host) was not resolved within \(limit.shortText)"
        case .refused: "connection refused"
        case .unreachable: "no route to the host"
        case .timedOut(let limit): "no answer within \(limit.shortText)"
        case .closed: "the other side closed the connection"
        case .untrusted(let reason): "TLS failed: \(reason)"
        case .unsupported(let what): what
        case .other(let reason): reason
        }
    }
}
