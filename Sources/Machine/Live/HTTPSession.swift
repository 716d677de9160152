import Foundation

#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

/// The URL session of this process: no cookies, no cache, no stored credentials.
///
/// There is one and it is never taken down: in FoundationNetworking the end of a session races with
/// the event sources of its sockets, a known fault of its `_MultiHandle` that crashes the process.
final class HTTPSession: Sendable {
    /// The session that every transport uses.
    static let shared = HTTPSession()

    /// A few hanging requests must not keep the others to the same host from being sent.
    private static let connectionsPerHost = 64

    private let session: URLSession
    private let delegate = HTTPExchangeDelegate()

    private init() {
        ProxyExemption.apply()
        let configuration = URLSessionConfiguration.ephemeral
        configuration.httpCookieStorage = nil
        configuration.httpShouldSetCookies = false
        configuration.httpCookieAcceptPolicy = .never
        configuration.urlCache = nil
        configuration.urlCredentialStorage = nil
        configuration.httpMaximumConnectionsPerHost = Self.connectionsPerHost
        session = URLSession(configuration: configuration, delegate: delegate, delegateQueue: nil)
    }

    /// Readies an exchange of the request for its response.
    func exchange(_ request: URLRequest, bodyLimit: Int) -> HTTPExchange {
        let task = session.dataTask(with: request)
        let exchange = HTTPExchange(task, bodyLimit: bodyLimit)
        delegate.add(exchange, for: task)
        return exchange
    }
}
