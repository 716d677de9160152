import Machine

/// Why nothing more comes of a connection that is to be a WebSocket.
enum WebSocketFailure: Error, Hashable {
    /// The socket failed, or its time is over.
    case socket(SocketFailure)
    /// The answer to the handshake is no HTTP.
    case head(HTTPResponseHead.Problem)
    /// The other side sent what no WebSocket sends.
    case malformed(String)
    /// The connection ended, perhaps within a frame or an answer.
    case ended(midway: Bool)
    /// More came than one look reads, in bytes.
    case tooMuch(Int)
}
