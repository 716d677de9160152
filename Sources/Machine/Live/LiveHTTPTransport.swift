import Foundation
import LateCurl

/// Sends HTTP requests with URLSession, keeping nothing between them but open connections.
///
/// Known limits of FoundationNetworking as of Swift 6.3.1, which no delegate can ward off:
/// - an IPv6 address cannot stand in place of a host name;
/// - it traps, ending the process, where a connection ends within a response's head, where a
///   chunked body is followed by trailer fields, and where `Location` has a host in brackets or
///   with percent-encoded delimiters but no scheme.
public struct LiveHTTPTransport: HTTPTransport {
    /// How many redirects are followed.
    static let redirectLimit = 10
    /// How long a second look at a connection that did not come about may take.
    private static let lookPatience = Duration.milliseconds(250)

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
        let outcome = await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                exchange.start(
                    timeout: remaining, failingWith: .timedOut(after: request.timeout),
                    continuation)
            }
        } onCancel: {
            exchange.cancel(.other("the request was cancelled"))
        }
        switch outcome {
        case .success(let response): return response
        case .failure(.known(let failure)): throw failure
        case .failure(.platform(let failure)):
            throw await meaning(of: failure, request, to: address)
        }
    }

    private func meaning(
        of failure: PlatformFailure, _ request: HTTPRequest, to address: HTTPAddress
    ) async -> HTTPFailure {
        let host = address.url.host() ?? ""
        if failure.code == NSURLErrorBadURL, host.utf8.contains(UInt8(ascii: ":")) {
            return .unsupported("an IPv6 address cannot be asked here; use a host name")
        }
        if let known = failure.meaning(timeout: request.timeout) { return known }
        let attempt = ConnectAttempt(host: host, port: address.port, patience: Self.lookPatience)
        return await attempt.failure(timeout: request.timeout)
    }
}
