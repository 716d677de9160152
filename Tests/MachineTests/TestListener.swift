import Foundation
import Synchronization

/// A socket of this machine that a test plays the other side with.
final class TestListener: Sendable {
    /// What it carries.
    enum Carrier {
        case tcp
        case udp
    }

    /// The port's number.
    let port: Int
    private let descriptor: Int32
    private let held = Mutex<[Int32]>([])

    /// Listens on a port that the system chooses.
    ///
    /// - Parameters:
    ///   - host: `127.0.0.1` or `::1`.
    ///   - backlog: how many connections wait to be accepted.
    /// - Throws: where the machine has no such address.
    init(_ carrier: Carrier = .tcp, host: String = "127.0.0.1", backlog: Int32 = 16) throws {
        var hints = addrinfo()
        hints.ai_flags = AI_NUMERICHOST | AI_PASSIVE
        hints.ai_socktype = Int32(
            carrier == .tcp ? SOCK_STREAM.rawValue : SOCK_DGRAM.rawValue)
        var found: UnsafeMutablePointer<addrinfo>?
        guard getaddrinfo(host, "0", &hints, &found) == 0, let address = found?.pointee else {
            throw POSIXError(.EADDRNOTAVAIL)
        }
        defer { freeaddrinfo(found) }
        descriptor = socket(address.ai_family, address.ai_socktype | O_CLOEXEC, 0)
        guard bind(descriptor, address.ai_addr, address.ai_addrlen) == 0,
            carrier == .udp || listen(descriptor, backlog) == 0,
            let port = Self.port(of: descriptor)
        else { throw POSIXError(.EADDRNOTAVAIL) }
        self.port = port
    }

    deinit {
        for connection in held.withLock(\.self) { _ = close(connection) }
        _ = close(descriptor)
    }

    private static func port(of descriptor: Int32) -> Int? {
        var storage = sockaddr_in6()
        var length = socklen_t(MemoryLayout<sockaddr_in6>.size)
        return withUnsafeMutableBytes(of: &storage) { bytes in
            guard let address = bytes.assumingMemoryBound(to: sockaddr.self).baseAddress,
                getsockname(descriptor, address, &length) == 0
            else { return nil }
            // The port stands in the same place in both families.
            return Int(bytes[2]) << 8 | Int(bytes[3])
        }
    }

    /// Accepts one connection and plays the other side on a thread of its own, then closes it.
    func serve(_ play: @escaping @Sendable (Int32) -> Void) {
        Thread { [descriptor] in
            let connection = accept(descriptor, nil, nil)
            guard connection >= 0 else { return }
            play(connection)
            _ = close(connection)
        }.start()
    }

    /// Answers one datagram with what `answer` makes of it.
    func answer(_ answer: @escaping @Sendable ([UInt8]) -> [UInt8]) {
        Thread { [descriptor] in
            var sender = sockaddr_in6()
            var length = socklen_t(MemoryLayout<sockaddr_in6>.size)
            var buffer = [UInt8](repeating: 0, count: 1 << 16)
            withUnsafeMutableBytes(of: &sender) { bytes in
                guard let address = bytes.assumingMemoryBound(to: sockaddr.self).baseAddress
                else { return }
                let count = recvfrom(descriptor, &buffer, buffer.count, 0, address, &length)
                let reply = answer(Array(buffer.prefix(max(0, count))))
                _ = sendto(descriptor, reply, reply.count, 0, address, length)
            }
        }.start()
    }

    /// Fills the backlog, so that the system leaves further connections without an answer, as a
    /// firewall does (tcp(7), listen(2)).
    func fill() throws {
        for _ in 0..<8 {
            let connection = socket(
                AF_INET, Int32(SOCK_STREAM.rawValue) | O_NONBLOCK | O_CLOEXEC, 0)
            var address = sockaddr_in()
            address.sin_family = sa_family_t(AF_INET)
            address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
            address.sin_port = UInt16(port).bigEndian
            withUnsafeBytes(of: &address) { bytes in
                guard let raw = bytes.assumingMemoryBound(to: sockaddr.self).baseAddress
                else { return }
                _ = connect(connection, raw, socklen_t(bytes.count))
            }
            held.withLock { $0.append(connection) }
        }
    }

    /// The connections of this machine to the port that wait for an answer (`/proc/net/tcp`).
    var pendingConnections: Int {
        // Foundation reads but a part of a long file whose size is told as 0.
        var bytes = [UInt8](repeating: 0, count: 4 << 20)
        let file = open("/proc/net/tcp", O_RDONLY | O_CLOEXEC)
        defer { _ = close(file) }
        var length = 0
        while case let count = bytes.withUnsafeMutableBytes({
            read(file, $0.baseAddress.map { $0 + length }, $0.count - length)
        }), count > 0 {
            length += count
        }
        let table = String(decoding: bytes.prefix(length), as: UTF8.self)
        let digits = String(port, radix: 16, uppercase: true)
        let target = ":" + String(repeating: "0", count: 4 - digits.count) + digits
        return table.split(separator: "\n").filter { line in
            let words = line.split(separator: " ")
            return words.count > 3 && words[2].hasSuffix(target) && words[3] == "02"
        }.count
    }
}
