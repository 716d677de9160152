import Foundation

/// Finds out why an exchange brought no response.
struct HTTPInquiry: Sendable {
    /// What the name servers say of a host, or why they say nothing.
    typealias Names = Result<[SocketAddress], SocketFailure>

    private let address: HTTPAddress
    private let timeout: Duration
    /// The proxy that the request goes to, host and port.
    private let proxy: String?

    /// How long a second look at a connection that did not come about may take.
    private static let lookPatience = Duration.milliseconds(80)
    /// From how many addresses on it is worth telling that all of them are silent.
    private static let manyAddresses = 3

    /// Makes an inquiry about a request.
    ///
    /// - Parameter timeout: the request's time-out, to tell of.
    init(
        address: HTTPAddress, timeout: Duration,
        environment: [String: String] = ProcessInfo.processInfo.environment
    ) {
        self.address = address
        self.timeout = timeout
        proxy = ProxyChoice(environment).proxy(for: address.url)
    }

    /// Looks up the host's name; `nil` where it is an address, or the proxy's to look up.
    func names(within limit: Duration) async -> Names? {
        guard proxy == nil, let host = address.url.host(), isAsked(host) else { return nil }
        let lookup = NameLookup(host: host, port: address.port, carrier: .tcp)
        do throws(SocketFailure) {
            return .success(try await lookup.addresses(within: limit))
        } catch {
            return .failure(error)
        }
    }

    /// Whether what the name servers say can explain the failure.
    func isAboutNames(_ failure: HTTPExchange.Failure) -> Bool {
        switch failure {
        case .known(.timedOut): true
        case .platform(let failure): failure.meaning(timeout: timeout) == .nameNotFound
        case .known: false
        }
    }

    /// What the failure means.
    func meaning(of failure: HTTPExchange.Failure, names: Names?) async -> HTTPFailure {
        let meaning = await directMeaning(of: failure, names: names)
        guard let proxy, failure.isOfConnection else { return meaning }
        return .throughProxy(proxy, meaning)
    }

    private func directMeaning(
        of failure: HTTPExchange.Failure, names: Names?
    ) async -> HTTPFailure {
        switch (failure, names) {
        case (.known(.timedOut), .failure(.timedOut)): return .nameTimedOut(after: timeout)
        case (.known(.timedOut), .success(let addresses))
        where addresses.count >= Self.manyAddresses:
            return .unanswered(after: timeout, addresses: addresses.count)
        case (.known(let known), _): return known
        case (.platform, .failure(.other(let words))): return .other(words)
        case (.platform(let failure), _): return await meaning(of: failure)
        }
    }

    private func meaning(of failure: PlatformFailure) async -> HTTPFailure {
        let host = address.url.host() ?? ""
        if failure.code == NSURLErrorBadURL, host.utf8.contains(UInt8(ascii: ":")) {
            return .unsupported("an IPv6 address with a zone cannot be asked here")
        }
        if let known = failure.meaning(timeout: timeout) { return known }
        guard proxy == nil else { return .unreachable }
        let attempt = ConnectAttempt(host: host, port: address.port, patience: Self.lookPatience)
        return await attempt.failure(timeout: timeout)
    }

    /// Whether a name server is asked for a host: it is no address, nor this machine.
    private func isAsked(_ host: String) -> Bool {
        !host.utf8.contains(UInt8(ascii: ":")) && host.lowercased() != "localhost"
            && !host.allSatisfy { $0.isNumber || $0 == "." }
    }
}

extension HTTPExchange.Failure {
    /// Whether somebody at the other end, or the way there, is to blame.
    fileprivate var isOfConnection: Bool {
        if case .known(.other) = self { return false }
        return true
    }
}
