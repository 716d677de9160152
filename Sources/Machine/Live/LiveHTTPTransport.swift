import Foundation
import LateCurl

/// Sends HTTP requests with URLSession, keeping nothing between them but open connections.
///
/// What FoundationNetworking would trap at does not reach it (`Guard.c` of LateCurl). One limit of it
/// remains: libcurl tries the addresses of one family one after the other, and waits for one that says
/// nothing longer than a request may take.
public struct LiveHTTPTransport: HTTPTransport {
    /// How many redirects are followed.
    static let redirectLimit = 10
    /// Makes a transport; all of them share one session.
    public init() {}

    /// Sends the request and follows its redirects, all within its time-out.
    ///
    /// A body beyond the bound is cut and the connection dropped. Of a cancelled task the failure is
    /// ``HTTPFailure/other(_:)``.
    public func send(_ request: HTTPRequest) async throws(HTTPFailure) -> HTTPResponse {
        let clock = ContinuousClock()
        let start = clock.now
        var address = try HTTPAddress(request.url)
        guard late_curl_is_available() else {
            throw .unsupported("HTTP needs libcurl, which is not installed (Debian: libcurl4)")
        }
        var current = request
        for _ in 0...Self.redirectLimit {
            let remaining = request.timeout - (clock.now - start)
            var response = try await exchange(current, with: address, within: remaining)
            guard request.followsRedirects, Self.redirectStatuses.contains(response.status),
                let location = response.value(of: "Location")
            else {
                response.url = address.url.absoluteString
                response.latency = clock.now - start
                return response
            }
            let next = try address.redirect(to: location)
            current = current.redirected(withStatus: response.status, from: address, to: next)
            address = next
        }
        throw .tooManyRedirects
    }

    private static let redirectStatuses: Set = [301, 302, 303, 307, 308]

    private func exchange(
        _ request: HTTPRequest, with address: HTTPAddress, within remaining: Duration
    ) async throws(HTTPFailure) -> HTTPResponse {
        guard remaining > .zero else { throw .timedOut(after: request.timeout) }
        let exchange = HTTPSession.shared.exchange(
            try request.platformRequest(to: address), bodyLimit: request.bodyLimit)
        let inquiry = HTTPInquiry(address: address, timeout: request.timeout)
        // Beside the exchange, for libcurl does not tell what it is waiting for.
        async let names = inquiry.names(within: remaining)
        let outcome = await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                exchange.start(timeout: remaining, of: request.timeout, continuation)
            }
        } onCancel: {
            exchange.cancel(.other("the request was cancelled"))
        }
        switch outcome {
        case .success(let response): return response
        case .failure(let failure):
            let names = inquiry.isAboutNames(failure) ? await names : nil
            throw await inquiry.meaning(of: failure, names: names)
        }
    }
}
