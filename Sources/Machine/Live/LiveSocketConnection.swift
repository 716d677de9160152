import Foundation

/// A connected socket of the system.
///
/// Each call first does what is possible at once and waits on a thread of its own where nothing is.
final class LiveSocketConnection: SocketConnection {
    /// How much is received at a time, in bytes; no datagram is longer.
    private static let chunk = 64 << 10

    private let socket: SystemSocket

    /// Takes over a connected socket.
    init(_ socket: SystemSocket) {
        self.socket = socket
    }

    /// Sends all the bytes, for UDP as one datagram.
    func send(_ bytes: [UInt8], timeout: Duration) async throws(SocketFailure) {
        var rest = bytes[...]
        try await perform(.sending, timeout: timeout) { descriptor in
            while true {
                let step = SystemSocket.send(rest, to: descriptor)
                guard case .done(let count) = step else { return step }
                rest = rest.dropFirst(count)
                if rest.isEmpty { return step }
            }
        }
    }

    /// Waits for bytes and gives what has come, at most `limit`; nothing at the end of a stream.
    ///
    /// An empty datagram gives nothing either; what a datagram has beyond the limit is lost.
    func receive(limit: Int, timeout: Duration) async throws(SocketFailure) -> [UInt8] {
        var received: [UInt8] = []
        let size = min(max(1, limit), Self.chunk)
        try await perform(.receiving, timeout: timeout) { descriptor in
            var step = SystemSocket.Step.mustWait
            received = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
                step = SystemSocket.receive(
                    into: UnsafeMutableRawBufferPointer(buffer), from: descriptor)
                if case .done(let length) = step { count = length }
            }
            return step
        }
        return received
    }

    /// Closes the socket now.
    func close() {
        socket.close()
    }

    /// What a call waits for.
    private enum Direction {
        case sending
        case receiving

        var events: Int16 { Int16(self == .sending ? POLLOUT : POLLIN) }
    }

    /// Repeats the step until it is done, waiting between for the socket to be ready.
    private func perform(
        _ direction: Direction, timeout: Duration, _ step: (Int32) -> SystemSocket.Step
    ) async throws(SocketFailure) {
        let clock = ContinuousClock()
        let deadline = clock.now + timeout
        let failure = await socket.use { descriptor -> SocketFailure? in
            while !Task.isCancelled {
                switch step(descriptor) {
                case .done: return nil
                case .failed(let code): return SocketFailure(code: code, timeout: timeout)
                case .mustWait:
                    guard clock.now < deadline else { return .timedOut(after: timeout) }
                    await Self.wait(for: direction, of: descriptor, until: deadline)
                }
            }
            return .cancelled
        }
        guard let outcome = failure else { throw .closed }
        if let outcome { throw outcome }
    }

    /// Waits until the socket is ready, the time is over or the task is cancelled.
    private static func wait(
        for direction: Direction, of descriptor: Int32, until deadline: ContinuousClock.Instant
    ) async {
        let clock = ContinuousClock()
        await BlockingCall.value { cancellation in
            var wait = pollfd(fd: descriptor, events: direction.events, revents: 0)
            while !cancellation.isCancelled, clock.now < deadline {
                let remaining = Int32(clamping: (deadline - clock.now).wholeMilliseconds + 1)
                if poll(&wait, 1, min(remaining, BlockingCall.tick)) > 0 { return }
            }
        }
    }
}
