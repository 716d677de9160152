import Foundation

/// A port of this machine that a test takes, and behind which it plays the other side.
final class LocalPort: Sendable {
    /// How the port is taken.
    enum Manner {
        /// Nobody listens, so that connections are refused.
        case closed
        /// The system accepts connections, and nobody ever answers them.
        case silent
        /// A UDP port.
        case datagrams
    }

    /// The port's number.
    let number: Int
    private let descriptor: Int32

    /// Takes a port that the system chooses, on 127.0.0.1 unless told.
    init(_ manner: Manner, host: String = "127.0.0.1") throws {
        #if canImport(Glibc)
            let type = Int32((manner == .datagrams ? SOCK_DGRAM : SOCK_STREAM).rawValue)
        #else
            let type = manner == .datagrams ? SOCK_DGRAM : SOCK_STREAM
        #endif
        let descriptor = socket(AF_INET, type, 0)
        _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = inet_addr(host)
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let isTaken = withUnsafeMutableBytes(of: &address) { bytes in
            guard let raw = bytes.assumingMemoryBound(to: sockaddr.self).baseAddress else {
                return false
            }
            return bind(descriptor, raw, length) == 0
                && (manner != .silent || listen(descriptor, 16) == 0)
                && getsockname(descriptor, raw, &length) == 0
        }
        self.descriptor = descriptor
        number = Int(UInt16(bigEndian: address.sin_port))
        guard isTaken else { throw POSIXError(.EADDRINUSE) }
    }

    deinit {
        // Ends the threads too, which wait for something to come.
        _ = shutdown(descriptor, Int32(SHUT_RDWR))
        _ = close(descriptor)
    }

    /// Accepts connections on a thread of its own, plays the other side of each on another and
    /// closes it then; to be called with a silent port.
    func serve(_ play: @escaping @Sendable (Int32) -> Void) {
        Thread { [descriptor] in
            while true {
                let connection = accept(descriptor, nil, nil)
                guard connection >= 0 else { return }
                _ = fcntl(connection, F_SETFD, FD_CLOEXEC)
                Thread {
                    play(connection)
                    _ = close(connection)
                }.start()
            }
        }.start()
    }

    /// Sends a greeting to whoever connects, and waits for what they say to it.
    func greet(_ greeting: String) {
        serve { connection in
            Self.write(greeting, to: connection)
            _ = Self.read(from: connection)
        }
    }

    /// Answers each datagram with a text.
    func answer(_ text: String) {
        Thread { [descriptor] in
            var buffer = [UInt8](repeating: 0, count: 1024)
            var sender = sockaddr_in()
            var length = socklen_t(MemoryLayout<sockaddr_in>.size)
            withUnsafeMutableBytes(of: &sender) { bytes in
                guard let raw = bytes.assumingMemoryBound(to: sockaddr.self).baseAddress else {
                    return
                }
                while recvfrom(descriptor, &buffer, buffer.count, 0, raw, &length) > 0 {
                    _ = sendto(descriptor, text, text.utf8.count, 0, raw, length)
                }
            }
        }.start()
    }

    /// Sends a text over a connection.
    static func write(_ text: String, to connection: Int32) {
        _ = Foundation.write(connection, text, text.utf8.count)
    }

    /// What comes next over a connection; nothing at its end.
    static func read(from connection: Int32) -> [UInt8] {
        var buffer = [UInt8](repeating: 0, count: 16 << 10)
        let count = Foundation.read(connection, &buffer, buffer.count)
        return Array(buffer.prefix(max(0, count)))
    }
}

extension LocalPort {
    /// Carries bytes both ways between a connection and a port of 127.0.0.1 until one side ends.
    static func join(_ connection: Int32, toPort port: Int) {
        #if canImport(Glibc)
            let other = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        #else
            let other = socket(AF_INET, SOCK_STREAM, 0)
        #endif
        defer { _ = close(other) }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = UInt16(truncatingIfNeeded: port).bigEndian
        address.sin_addr.s_addr = inet_addr("127.0.0.1")
        let isConnected = withUnsafeBytes(of: &address) { bytes in
            bytes.assumingMemoryBound(to: sockaddr.self).baseAddress
                .map { connect(other, $0, socklen_t(bytes.count)) == 0 } ?? false
        }
        guard isConnected else { return }
        var waits = [connection, other].map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
        while poll(&waits, 2, 10_000) > 0 {
            for (wait, target) in zip(waits, [other, connection]) where wait.revents != 0 {
                let bytes = read(from: wait.fd)
                guard !bytes.isEmpty, Foundation.write(target, bytes, bytes.count) > 0 else {
                    return
                }
            }
        }
    }
}
