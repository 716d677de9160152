import Foundation
import Synchronization

/// A socket of the system that never blocks; its descriptor is closed once, when nothing uses it.
final class SystemSocket: Sendable {
    /// What a call that would not wait came to.
    enum Step {
        case done(Int)
        case mustWait
        case failed(Int32)
    }

    private struct State {
        var isClosed = false
        var users = 0
    }

    private let descriptor: Int32
    private let state = Mutex(State())

    /// Takes over an open descriptor.
    init(_ descriptor: Int32) {
        self.descriptor = descriptor
        Self.prepare(descriptor)
    }

    deinit {
        close()
    }

    /// Closes the socket; who waits for it is woken, and the descriptor goes with the last of them.
    func close() {
        state.withLock { state in
            guard !state.isClosed else { return }
            state.isClosed = true
            if state.users == 0 {
                _ = Foundation.close(descriptor)
            } else {
                shutdown(descriptor, Int32(SHUT_RDWR))
            }
        }
    }

    /// Lends the descriptor, which stays open meanwhile; `nil` where the socket is closed.
    func use<Value>(_ work: (Int32) async -> Value) async -> Value? {
        guard enter() else { return nil }
        defer { leave() }
        return await work(descriptor)
    }

    private func enter() -> Bool {
        state.withLock { state in
            guard !state.isClosed else { return false }
            state.users += 1
            return true
        }
    }

    private func leave() {
        state.withLock { state in
            state.users -= 1
            if state.isClosed, state.users == 0 { _ = Foundation.close(descriptor) }
        }
    }
}

extension SystemSocket {
    /// Opens a socket that fits the address, not yet connected; -1 with `errno` on failure.
    static func open(for address: SocketAddress) -> Int32 {
        let descriptor = socket(
            address.family, address.type | closeOnExecute, address.protocolNumber)
        if descriptor >= 0 { prepare(descriptor) }
        return descriptor
    }

    /// Sends what the system takes at once.
    static func send(_ bytes: ArraySlice<UInt8>, to descriptor: Int32) -> Step {
        step {
            bytes.withUnsafeBytes {
                Foundation.send(descriptor, $0.baseAddress, $0.count, sendFlags)
            }
        }
    }

    /// Receives what is there, at most as much as the buffer holds.
    static func receive(into buffer: UnsafeMutableRawBufferPointer, from descriptor: Int32) -> Step
    {
        step { recv(descriptor, buffer.baseAddress, buffer.count, 0) }
    }

    private static func step(_ call: () -> Int) -> Step {
        while true {
            let count = call()
            if count >= 0 { return .done(count) }
            switch errno {
            case EINTR: continue
            case EAGAIN, EWOULDBLOCK: return .mustWait
            case let code: return .failed(code)
            }
        }
    }

    /// No waits, no signal at a broken connection, nothing for children to inherit.
    private static func prepare(_ descriptor: Int32) {
        _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
        _ = fcntl(descriptor, F_SETFL, fcntl(descriptor, F_GETFL) | O_NONBLOCK)
        #if canImport(Darwin)
            var isOn: Int32 = 1
            setsockopt(
                descriptor, SOL_SOCKET, SO_NOSIGPIPE, &isOn, socklen_t(MemoryLayout<Int32>.size))
        #endif
    }

    #if canImport(Darwin)
        static let streamType = SOCK_STREAM
        static let datagramType = SOCK_DGRAM
        static let closeOnExecute: Int32 = 0
        private static let sendFlags: Int32 = 0
    #else
        static let streamType = Int32(SOCK_STREAM.rawValue)
        static let datagramType = Int32(SOCK_DGRAM.rawValue)
        /// Set at once, for another thread may start a program right now.
        static let closeOnExecute = Int32(SOCK_CLOEXEC.rawValue)
        private static let sendFlags = Int32(MSG_NOSIGNAL)
    #endif
}
