import Dispatch
import Foundation

/// A bare TCP connect, made after URLSession could not connect, to learn why.
///
/// libcurl says only "couldn't connect" and its `errno` is that of one of the host's addresses; the
/// system says of each whether it refused or cannot be reached.
struct ConnectAttempt: Sendable {
    let host: String
    let port: Int
    /// How long all addresses together may take.
    let patience: Duration

    /// Why no connection comes about: the most telling of what the host's addresses say.
    func failure(timeout: Duration) async -> HTTPFailure {
        let codes: [Int32]? = await withCheckedContinuation { continuation in
            // Name resolution blocks, which the threads of Swift's tasks must not.
            DispatchQueue.global().async { continuation.resume(returning: addressCodes()) }
        }
        guard let codes else { return .nameNotFound }
        // Accepted now, refused a moment ago: the service is just starting.
        if codes.contains(ECONNREFUSED) || codes.contains(0) { return .refused }
        if !Set(codes).isDisjoint(with: [EHOSTUNREACH, ENETUNREACH, ENETDOWN]) {
            return .unreachable
        }
        return .timedOut(after: timeout)
    }

    /// The `errno` of a connect to each address, 0 where it succeeds; `nil` where there is none.
    private func addressCodes() -> [Int32]? {
        var hints = addrinfo()
        hints.ai_family = AF_UNSPEC
        hints.ai_protocol = Int32(IPPROTO_TCP)
        var list: UnsafeMutablePointer<addrinfo>?
        guard getaddrinfo(host, String(port), &hints, &list) == 0 else { return nil }
        defer { freeaddrinfo(list) }
        let deadline = ContinuousClock().now + patience
        var codes: [Int32] = []
        var next = list
        while let address = next?.pointee {
            codes.append(code(of: address, until: deadline))
            next = address.ai_next
        }
        return codes
    }

    private func code(of address: addrinfo, until deadline: ContinuousClock.Instant) -> Int32 {
        let descriptor = socket(address.ai_family, address.ai_socktype, address.ai_protocol)
        guard descriptor >= 0 else { return errno }
        defer { _ = close(descriptor) }
        _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
        _ = fcntl(descriptor, F_SETFL, fcntl(descriptor, F_GETFL) | O_NONBLOCK)
        if connect(descriptor, address.ai_addr, address.ai_addrlen) == 0 { return 0 }
        guard errno == EINPROGRESS else { return errno }
        let remaining = max(.zero, deadline - ContinuousClock().now).wholeMilliseconds
        var wait = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
        guard poll(&wait, 1, Int32(clamping: remaining)) > 0 else { return ETIMEDOUT }
        var code: Int32 = 0
        var length = socklen_t(MemoryLayout<Int32>.size)
        getsockopt(descriptor, SOL_SOCKET, SO_ERROR, &code, &length)
        return code
    }
}
