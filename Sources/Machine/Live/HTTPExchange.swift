import Dispatch
import Foundation

#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

/// One request and its response, redirects not followed.
///
/// `@unchecked Sendable` because every stored property that changes is touched on `queue` only.
final class HTTPExchange: @unchecked Sendable {
    /// Why there is no response, in our words or in the platform's.
    enum Failure: Error {
        case known(HTTPFailure)
        case platform(PlatformFailure)
    }

    typealias Outcome = Result<HTTPResponse, Failure>

    private let task: URLSessionDataTask
    private let bodyLimit: Int
    private let queue = DispatchQueue(label: "diagnose.http.exchange")
    private var continuation: CheckedContinuation<Outcome, Never>?
    private var timer: (any DispatchSourceTimer)?
    private var head: HTTPURLResponse?
    private var body: [UInt8] = []
    private var outcome: Outcome?
    private var hasAnsweredRedirect = false

    init(_ task: URLSessionDataTask, bodyLimit: Int) {
        self.task = task
        self.bodyLimit = max(0, bodyLimit)
    }

    /// Sends the request; the continuation is resumed once, at the time-out at the latest.
    ///
    /// - Parameters:
    ///   - timeout: how long this exchange may take.
    ///   - limit: the time-out to tell of, which exchanges before this one may have used a part of.
    func start(
        timeout: Duration, of limit: Duration,
        _ continuation: CheckedContinuation<Outcome, Never>
    ) {
        queue.async { [self] in
            if let outcome { return continuation.resume(returning: outcome) }
            self.continuation = continuation
            let timer = DispatchSource.makeTimerSource(queue: queue)
            timer.schedule(deadline: .now() + min(max(timeout.seconds, 0), 86_400))
            timer.setEventHandler { [self] in
                end(.failure(.known(lateness(after: limit))), cancelling: true)
            }
            timer.resume()
            self.timer = timer
            task.resume()
        }
    }

    /// Ends the exchange with the failure.
    func cancel(_ failure: HTTPFailure) {
        queue.async { [self] in end(.failure(.known(failure)), cancelling: true) }
    }

    /// Takes in a head; one with a status of 1xx is followed by another.
    func receive(_ response: HTTPURLResponse) {
        queue.async { [self] in head = response }
    }

    /// Takes in a part of the body, and ends the exchange where it is longer than the bound.
    func receive(_ data: Data) {
        queue.async { [self] in
            guard outcome == nil else { return }
            let room = bodyLimit - body.count
            body.append(contentsOf: data.prefix(room))
            if data.count > room { end(response(isTruncated: true), cancelling: true) }
        }
    }

    /// Declines a redirect, whose response then is the exchange's.
    ///
    /// An answer after a cancellation, or the other way round, would trap in
    /// swift-corelibs-foundation (`didCompleteRedirectCallback`), so only one of them is made.
    func receiveRedirect(
        _ response: HTTPURLResponse, _ decline: @escaping @Sendable () -> Void
    ) {
        queue.async { [self] in
            guard outcome == nil else { return }
            head = response
            hasAnsweredRedirect = true
            decline()
        }
    }

    /// Stands at a request for credentials: the response that asked for them is the answer.
    func receiveChallenge() {
        queue.async { [self] in end(response(isTruncated: false), cancelling: true) }
    }

    /// Takes in the end; the head may come with it alone, for a redirect that leads nowhere.
    func complete(_ response: HTTPURLResponse?, _ error: PlatformFailure?) {
        queue.async { [self] in
            if var error {
                error.isWithinResponse = hasFinalHead
                return end(.failure(.platform(error)), cancelling: false)
            }
            head = head ?? response
            end(self.response(isTruncated: false), cancelling: false)
        }
    }

    /// Whether the response's own head has come, no more than announced by one of 1xx (RFC 9110,
    /// 15.2).
    private var hasFinalHead: Bool { head.map { $0.statusCode >= 200 } ?? false }

    private func lateness(after limit: Duration) -> HTTPFailure {
        guard let head, hasFinalHead else { return .timedOut(after: limit) }
        return .unfinished(after: limit, status: head.statusCode, received: body.count)
    }

    private func response(isTruncated: Bool) -> Outcome {
        guard let head else { return .failure(.known(.malformedResponse)) }
        let fields = head.allHeaderFields.map { name, value in
            HTTPField(name: "\(name)", value: "\(value)")
        }
        return .success(
            HTTPResponse(
                status: head.statusCode, fields: fields.sorted { $0.name < $1.name }, body: body,
                isTruncated: isTruncated, url: ""))
    }

    private func end(_ outcome: Outcome, cancelling: Bool) {
        guard self.outcome == nil else { return }
        self.outcome = outcome
        timer?.cancel()
        if cancelling && !hasAnsweredRedirect { task.cancel() }
        continuation?.resume(returning: outcome)
        continuation = nil
    }
}
