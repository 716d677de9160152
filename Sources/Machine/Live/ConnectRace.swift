import Foundation

/// Connects to the addresses of one host, a moment after one another, and keeps the first that
/// accepts (RFC 8305, 5): one that swallows everything does not hide another that answers.
struct ConnectRace {
    /// How the race ended.
    enum Outcome {
        /// A connection, and to which address.
        case connected(SystemSocket, SocketAddress)
        /// None; what the system says of each address (`errno`).
        case failed([Int32])
        /// The task does not wait any longer.
        case cancelled
    }

    private struct Attempt {
        let descriptor: Int32
        let address: SocketAddress
    }

    /// The longest wait for one address before the next is tried too (RFC 8305, 8).
    private static let longestStagger = Duration.milliseconds(250)
    /// How many addresses are tried.
    private static let limit = 16

    private let clock = ContinuousClock()
    private let deadline: ContinuousClock.Instant
    private let stagger: Duration
    private var waiting: ArraySlice<SocketAddress>
    private var running: [Attempt] = []
    private var codes: [Int32] = []

    /// Lines up the addresses, all of which get a start in the first half of the time.
    init(_ addresses: [SocketAddress], within limit: Duration) {
        waiting = addresses.prefix(Self.limit)
        deadline = clock.now + limit
        stagger = min(Self.longestStagger, limit / (2 * max(1, waiting.count)))
    }

    /// Runs the race on a thread of its own.
    static func outcome(
        of addresses: [SocketAddress], within limit: Duration
    ) async -> Outcome {
        await BlockingCall.value { cancellation in
            var race = ConnectRace(addresses, within: limit)
            return race.run(cancellation)
        }
    }

    private mutating func run(_ cancellation: BlockingCall.Cancellation) -> Outcome {
        defer { for attempt in running { _ = close(attempt.descriptor) } }
        var nextStart = clock.now
        while !cancellation.isCancelled {
            let now = clock.now
            if now >= deadline {
                let open = running.count + waiting.count
                return .failed(codes + Array(repeating: ETIMEDOUT, count: open))
            }
            if running.isEmpty || now >= nextStart, let address = waiting.popFirst() {
                if let socket = start(address) { return .connected(socket, address) }
                nextStart = now + stagger
            } else if running.isEmpty {
                return .failed(codes)
            } else if let winner = look(until: deadline - now) {
                return .connected(SystemSocket(winner.descriptor), winner.address)
            }
        }
        return .cancelled
    }

    /// Starts with an address; a socket where that was all, as it is for datagrams.
    private mutating func start(_ address: SocketAddress) -> SystemSocket? {
        let descriptor = SystemSocket.open(for: address)
        guard descriptor >= 0 else {
            codes.append(errno)
            return nil
        }
        let code = address.withSystemAddress { connect(descriptor, $0, $1) == 0 ? 0 : errno }
        switch code {
        case 0 where !Self.isConnectedToItself(descriptor): return SystemSocket(descriptor)
        case EINPROGRESS, EINTR:
            running.append(Attempt(descriptor: descriptor, address: address))
        default:
            codes.append(code == 0 ? ECONNREFUSED : code)
            _ = close(descriptor)
        }
        return nil
    }

    /// Waits a tick for the attempts that run; gives one that has come about.
    private mutating func look(until remaining: Duration) -> Attempt? {
        var waits = running.map {
            pollfd(fd: $0.descriptor, events: Int16(POLLOUT), revents: 0)
        }
        let milliseconds = Int32(clamping: remaining.wholeMilliseconds + 1)
        guard poll(&waits, nfds_t(waits.count), min(milliseconds, BlockingCall.tick)) > 0 else {
            return nil
        }
        let ready = zip(running, waits).filter { $0.1.revents != 0 }.map(\.0)
        for attempt in ready {
            running.removeAll { $0.descriptor == attempt.descriptor }
            let code = Self.code(of: attempt.descriptor)
            if code == 0 { return attempt }
            codes.append(code)
            _ = close(attempt.descriptor)
        }
        return nil
    }

    private static func code(of descriptor: Int32) -> Int32 {
        var code: Int32 = 0
        var length = socklen_t(MemoryLayout<Int32>.size)
        guard getsockopt(descriptor, SOL_SOCKET, SO_ERROR, &code, &length) == 0 else {
            return errno
        }
        return code == 0 && isConnectedToItself(descriptor) ? ECONNREFUSED : code
    }

    /// Whether the system chose the wanted port of this machine for our own end: with nobody
    /// listening the connection then comes about with itself (RFC 9293, 3.5, simultaneous open).
    private static func isConnectedToItself(_ descriptor: Int32) -> Bool {
        guard let own = name(descriptor, getsockname) else { return false }
        return own == name(descriptor, getpeername)
    }

    private static func name(
        _ descriptor: Int32,
        _ ask: (Int32, UnsafeMutablePointer<sockaddr>, UnsafeMutablePointer<socklen_t>) -> Int32
    ) -> [UInt8]? {
        var storage = sockaddr_storage()
        var length = socklen_t(MemoryLayout<sockaddr_storage>.size)
        return withUnsafeMutableBytes(of: &storage) { bytes in
            guard let address = bytes.assumingMemoryBound(to: sockaddr.self).baseAddress,
                ask(descriptor, address, &length) == 0
            else { return nil }
            return Array(bytes.prefix(Int(length)))
        }
    }
}
