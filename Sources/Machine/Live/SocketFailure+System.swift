import Foundation

extension SocketFailure {
    /// The task that asked was cancelled.
    static let cancelled = SocketFailure.other("the connection was cancelled")

    /// What the system's `errno` of one call means.
    ///
    /// - Parameter timeout: the bound that the call had.
    init(code: Int32, timeout: Duration) {
        self =
            switch code {
            case ECONNREFUSED: .refused
            case EHOSTUNREACH, ENETUNREACH, ENETDOWN, EHOSTDOWN: .unreachable
            case ETIMEDOUT: .timedOut(after: timeout)
            case ECONNRESET, EPIPE, ECONNABORTED, ENOTCONN: .closed
            default: .other(String(cString: strerror(code)))
            }
    }

    /// What the codes of several addresses mean together: the most telling of them.
    ///
    /// That one family of addresses has no route here says nothing where the other has one.
    init(codes: [Int32], timeout: Duration) {
        let failures = codes.map { SocketFailure(code: $0, timeout: timeout) }
        let telling: [SocketFailure] = [.refused, .closed, .timedOut(after: timeout)]
        self =
            telling.first { failures.contains($0) }
            ?? failures.first { $0 != .unreachable } ?? .unreachable
    }
}
