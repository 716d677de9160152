import Foundation

/// Asks the system for the addresses of a host (getaddrinfo(3)), in the order in which it prefers
/// them (RFC 6724).
struct NameLookup: Sendable {
    /// The host's name or numeric address, without brackets.
    let host: String
    /// The port that goes with each address.
    let port: Int
    /// What the socket carries.
    let carrier: SocketTarget.Carrier

    /// How many addresses of one name are heeded.
    static let limit = 256

    /// The addresses, each once.
    ///
    /// - Throws: ``SocketFailure``, ``SocketFailure/timedOut(after:)`` where the name servers
    ///   take longer than the limit. They are not waited for then.
    func addresses(within limit: Duration) async throws(SocketFailure) -> [SocketAddress] {
        let lookup = self
        let outcome = await LiveClock().result(within: limit) {
            await BlockingCall.valueUnlessCancelled { lookup.outcome() }
        }
        guard let outcome, let outcome else {
            throw Task.isCancelled ? .cancelled : .timedOut(after: limit)
        }
        return try outcome.get()
    }

    private func outcome() -> Result<[SocketAddress], SocketFailure> {
        // C strings end at a NUL: passed on, another name would be looked up.
        guard !host.isEmpty, !host.utf8.contains(0) else { return .failure(.nameNotFound(host)) }
        var hints = addrinfo()
        hints.ai_family = AF_UNSPEC
        hints.ai_socktype = carrier == .udp ? SystemSocket.datagramType : SystemSocket.streamType
        hints.ai_flags = AI_NUMERICSERV
        var list: UnsafeMutablePointer<addrinfo>?
        let code = getaddrinfo(host, String(port), &hints, &list)
        guard code == 0 else { return .failure(failure(for: code)) }
        defer { freeaddrinfo(list) }
        var addresses: [SocketAddress] = []
        var next = list
        while let found = next?.pointee, addresses.count < Self.limit {
            if let address = SocketAddress(found), !addresses.contains(address) {
                addresses.append(address)
            }
            next = found.ai_next
        }
        return addresses.isEmpty ? .failure(.nameNotFound(host)) : .success(addresses)
    }

    private func failure(for code: Int32) -> SocketFailure {
        switch code {
        case EAI_AGAIN: .other("no name server tells the address of \(host)")
        case EAI_SYSTEM, EAI_MEMORY: .other("the name \(host) could not be looked up")
        default: .nameNotFound(host)
        }
    }
}
