import Foundation
import Machine

/// The few socket calls that a ``LoopbackServer`` needs, the platforms' differences hidden.
enum LoopbackSocket {
    /// Opens a socket that listens on 127.0.0.1.
    ///
    /// - Parameter port: the port, or 0 for one that the system chooses.
    /// - Throws: ``LoopbackFailure`` where the port cannot be had.
    static func listen(port: UInt16) throws(LoopbackFailure) -> (descriptor: Int32, port: Int) {
        let descriptor = socket(AF_INET, streamType, 0)
        guard descriptor >= 0 else { throw LoopbackFailure(errno) }
        set(SO_REUSEADDR, to: Int32(1), on: descriptor)
        _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
        _ = fcntl(descriptor, F_SETFL, O_NONBLOCK)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = port.bigEndian
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let isListening = withUnsafeMutableBytes(of: &address) { bytes in
            guard let raw = bytes.assumingMemoryBound(to: sockaddr.self).baseAddress else {
                return false
            }
            return bind(descriptor, raw, length) == 0
                && Foundation.listen(descriptor, 128) == 0
                && getsockname(descriptor, raw, &length) == 0
        }
        guard isListening else {
            let failure = LoopbackFailure(errno)
            _ = close(descriptor)
            throw failure
        }
        return (descriptor, Int(UInt16(bigEndian: address.sin_port)))
    }

    /// Readies an accepted connection: bounded waits, no SIGPIPE, not inherited by children.
    static func prepare(_ descriptor: Int32, patience: Duration) {
        _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
        // Not on Linux, but elsewhere a connection inherits this from the socket that listens.
        _ = fcntl(descriptor, F_SETFL, fcntl(descriptor, F_GETFL) & ~O_NONBLOCK)
        let wait = timeval(tv_sec: max(1, Int(patience.seconds)), tv_usec: 0)
        set(SO_RCVTIMEO, to: wait, on: descriptor)
        set(SO_SNDTIMEO, to: wait, on: descriptor)
        #if canImport(Darwin)
            set(SO_NOSIGPIPE, to: Int32(1), on: descriptor)
        #endif
    }

    /// Makes the next close reset the connection instead of ending it in order.
    static func resetOnClose(_ descriptor: Int32) {
        set(SO_LINGER, to: linger(l_onoff: 1, l_linger: 0), on: descriptor)
    }

    /// Sends all the bytes; `false` where the other side is gone.
    @discardableResult
    static func send(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes {
                Foundation.send(descriptor, $0.baseAddress, $0.count, sendFlags)
            }
            if count < 0 && errno == EINTR { continue }
            guard count > 0 else { return false }
            rest = rest.dropFirst(count)
        }
        return true
    }

    /// Receives what is there, waiting for something; empty at the end or after a time-out.
    static func receive(from descriptor: Int32) -> [UInt8] {
        [UInt8](unsafeUninitializedCapacity: 16 << 10) { buffer, count in
            var received = recv(descriptor, buffer.baseAddress, buffer.count, 0)
            while received < 0 && errno == EINTR {
                received = recv(descriptor, buffer.baseAddress, buffer.count, 0)
            }
            count = max(0, received)
        }
    }

    /// Waits until there is something to receive, an end counting as something; `false` where the
    /// time is over first.
    @discardableResult
    static func wait(for descriptor: Int32, atMost limit: Duration?) -> Bool {
        var wait = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        let milliseconds = limit.map { Int32(clamping: $0.wholeMilliseconds) } ?? -1
        return poll(&wait, 1, milliseconds) > 0
    }

    private static func set<Value: BitwiseCopyable>(
        _ option: Int32, to value: Value, on descriptor: Int32
    ) {
        var value = value
        _ = setsockopt(
            descriptor, SOL_SOCKET, option, &value, socklen_t(MemoryLayout<Value>.size))
    }

    #if canImport(Glibc)
        private static let streamType = Int32(SOCK_STREAM.rawValue)
        private static let sendFlags = Int32(MSG_NOSIGNAL)
    #elseif canImport(Darwin)
        private static let streamType = SOCK_STREAM
        private static let sendFlags: Int32 = 0
    #else
        private static let streamType = Int32(SOCK_STREAM)
        private static let sendFlags = Int32(MSG_NOSIGNAL)
    #endif
}

/// Why a ``LoopbackServer`` could not start.
public struct LoopbackFailure: Error, Sendable, Hashable {
    /// The system's words.
    public let reason: String

    init(_ code: Int32) {
        reason = String(cString: strerror(code))
    }
}
