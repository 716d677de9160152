import Foundation

/// One of a host's addresses, in the form in which the system connects to it.
struct SocketAddress: Sendable, Hashable {
    /// The bytes of its `sockaddr`.
    private let bytes: [UInt8]
    /// The address family.
    let family: Int32
    /// The socket's type.
    let type: Int32
    /// The number of the protocol.
    let protocolNumber: Int32

    /// Copies what getaddrinfo(3) found.
    init?(_ found: addrinfo) {
        guard let address = found.ai_addr else { return nil }
        bytes = Array(UnsafeRawBufferPointer(start: address, count: Int(found.ai_addrlen)))
        (family, type, protocolNumber) = (found.ai_family, found.ai_socktype, found.ai_protocol)
    }

    /// The address in numbers, such as `127.0.0.1` or `fe80::1%eth0`.
    var text: String? {
        var buffer = [CChar](repeating: 0, count: Int(NI_MAXHOST))
        let code = withSystemAddress { address, length in
            getnameinfo(
                address, length, &buffer, socklen_t(buffer.count), nil, 0, NI_NUMERICHOST)
        }
        guard code == 0 else { return nil }
        return String(
            decoding: buffer.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
    }

    /// Lends the address to a system call; -1 where there is none to lend.
    func withSystemAddress(
        _ body: (UnsafePointer<sockaddr>, socklen_t) -> Int32
    ) -> Int32 {
        bytes.withUnsafeBytes { raw in
            guard let address = raw.assumingMemoryBound(to: sockaddr.self).baseAddress else {
                return -1
            }
            return body(address, socklen_t(raw.count))
        }
    }
}
