import Foundation

/// A bare TCP connect, made after URLSession could not connect, to learn why.
///
/// libcurl says only "couldn't connect" and its `errno` is that of one of the host's addresses; the
/// system says of each whether it refused or cannot be reached.
struct ConnectAttempt: Sendable {
    let host: String
    let port: Int
    /// How long the name may take to resolve, and then all addresses together.
    let patience: Duration

    /// Why no connection comes about: the most telling of what the host's addresses say.
    func failure(timeout: Duration) async -> HTTPFailure {
        let lookup = NameLookup(host: host, port: port, carrier: .tcp)
        let addresses: [SocketAddress]
        do throws(SocketFailure) {
            addresses = try await lookup.addresses(within: patience)
        } catch {
            return error == .timedOut(after: patience)
                ? .nameTimedOut(after: timeout) : .nameNotFound
        }
        switch await ConnectRace.outcome(of: addresses, within: patience) {
        // Accepted now, refused a moment ago: the service is just starting.
        case .connected: return .refused
        case .cancelled: return .timedOut(after: timeout)
        case .failed(let codes): return meaning(of: codes, timeout: timeout)
        }
    }

    private func meaning(of codes: [Int32], timeout: Duration) -> HTTPFailure {
        if codes.contains(ECONNREFUSED) { return .refused }
        if !Set(codes).isDisjoint(with: [EHOSTUNREACH, ENETUNREACH, ENETDOWN]) {
            return .unreachable
        }
        return .timedOut(after: timeout)
    }
}
