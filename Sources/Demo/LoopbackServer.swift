import Foundation
import Machine
import Synchronization

/// A small HTTP/1.1 server on 127.0.0.1, for the demonstration and for tests.
///
/// Each connection carries one request and is served on a thread of its own. A server runs until
/// ``stop()``.
public final class LoopbackServer: Sendable {
    private struct State {
        var connections: Set<Int32> = []
        var requests: [LoopbackRequest] = []
        var isStopped = false
    }

    /// The TCP port that it listens on.
    public let port: Int
    private let listener: Int32
    /// Closing the second end wakes the thread that waits on the first.
    private let wake: (waiting: Int32, waking: Int32)
    private let threads = DispatchGroup()
    private let state = Mutex(State())

    /// The address of its root, without a slash at the end.
    public var url: String { "http://127.0.0.1:\(port)" }

    /// The requests that were read so far, in order.
    public var requests: [LoopbackRequest] { state.withLock(\.requests) }

    /// Starts a server.
    ///
    /// - Parameters:
    ///   - port: the TCP port, or 0 for one that the system chooses.
    ///   - handler: says what to do with a request; called on the connection's thread.
    /// - Throws: ``LoopbackFailure`` where the port cannot be had.
    public static func start(
        port: UInt16 = 0, handler: @escaping @Sendable (LoopbackRequest) -> LoopbackReply
    ) throws(LoopbackFailure) -> LoopbackServer {
        let server = try LoopbackServer(port: port)
        server.onThread { server.acceptConnections(handler) }
        return server
    }

    private init(port: UInt16) throws(LoopbackFailure) {
        var ends: [Int32] = [-1, -1]
        guard pipe(&ends) == 0 else { throw LoopbackFailure(errno) }
        do throws(LoopbackFailure) {
            (listener, self.port) = try LoopbackSocket.listen(port: port)
        } catch {
            for end in ends { _ = close(end) }
            throw error
        }
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        wake = (ends[0], ends[1])
    }

    /// Closes the port and every connection, and waits for the threads to end; not to be called by
    /// the handler, whose thread is one of them.
    public func stop() {
        let wasStopped = state.withLock { state in
            defer { state.isStopped = true }
            for connection in state.connections { shutdown(connection, Int32(SHUT_RDWR)) }
            return state.isStopped
        }
        if !wasStopped { _ = close(wake.waking) }
        threads.wait()
    }

    private func acceptConnections(
        _ handler: @escaping @Sendable (LoopbackRequest) -> LoopbackReply
    ) {
        let recording: @Sendable (LoopbackRequest) -> LoopbackReply = { [self] request in
            state.withLock { $0.requests.append(request) }
            return handler(request)
        }
        var waits = [listener, wake.waiting].map {
            pollfd(fd: $0, events: Int16(POLLIN), revents: 0)
        }
        while poll(&waits, nfds_t(waits.count), -1) >= 0 || errno == EINTR {
            guard waits.last?.revents == 0 else { break }
            // Nothing to accept after all, where the client has given up meanwhile.
            let descriptor = accept(listener, nil, nil)
            guard descriptor >= 0 else { continue }
            guard enter(descriptor) else { break }
            onThread { [self] in
                LoopbackConnection(descriptor: descriptor, handler: recording).serve()
                leave(descriptor)
            }
        }
        _ = (close(listener), close(wake.waiting))
    }

    private func enter(_ descriptor: Int32) -> Bool {
        state.withLock { state in
            guard !state.isStopped else {
                _ = close(descriptor)
                return false
            }
            state.connections.insert(descriptor)
            return true
        }
    }

    /// Closes under the lock: the number may be another connection's as soon as it is free.
    private func leave(_ descriptor: Int32) {
        state.withLock { state in
            state.connections.remove(descriptor)
            _ = close(descriptor)
        }
    }

    private func onThread(_ work: @escaping @Sendable () -> Void) {
        threads.enter()
        Thread { [threads] in
            work()
            threads.leave()
        }.start()
    }
}
