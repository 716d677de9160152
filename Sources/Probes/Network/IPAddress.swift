import Foundation

/// An IP address as bytes, so that its spellings compare equal.
struct IPAddress: Sendable, Hashable {
    /// Four bytes or sixteen, in network order; an IPv4 address mapped into IPv6 has four.
    let bytes: [UInt8]

    /// Who can reach an address.
    enum Scope: String, Sendable {
        /// Everybody.
        case `public`
        /// Those in the same network.
        case `private`
        /// This machine alone.
        case loopback
    }

    /// Makes an address of four or sixteen bytes; `nil` for any other number.
    init?(bytes: [UInt8]) {
        switch bytes.count {
        case 4: self.bytes = bytes
        case 16:
            // RFC 4291, 2.5.5.2
            let isMapped = bytes.starts(with: [UInt8](repeating: 0, count: 10) + [0xFF, 0xFF])
            self.bytes = isMapped ? Array(bytes.suffix(4)) : bytes
        default: return nil
        }
    }

    /// Reads an address as people write it, its zone (`%en0`) left out; `nil` where it is none.
    init?(_ text: some StringProtocol) {
        let numbers = String(text.prefix { $0 != "%" })
        guard numbers.utf8.count <= Int(INET6_ADDRSTRLEN), !numbers.utf8.contains(0) else {
            return nil
        }
        let isLong = numbers.utf8.contains(UInt8(ascii: ":"))
        var bytes = [UInt8](repeating: 0, count: isLong ? 16 : 4)
        guard inet_pton(isLong ? AF_INET6 : AF_INET, numbers, &bytes) == 1 else { return nil }
        self.init(bytes: bytes)
    }

    /// The address in its usual spelling (RFC 5952).
    var text: String {
        var buffer = [CChar](repeating: 0, count: Int(INET6_ADDRSTRLEN))
        let family = bytes.count == 16 ? AF_INET6 : AF_INET
        guard inet_ntop(family, bytes, &buffer, socklen_t(buffer.count)) != nil else { return "" }
        return String(
            decoding: buffer.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
    }

    /// Whether it stands for all addresses of a machine: `0.0.0.0`, `::`.
    var isUnspecified: Bool { bytes.allSatisfy { $0 == 0 } }

    /// Who can reach it, by IANA's registries of special-purpose addresses: what is not globally
    /// reachable is private. The unspecified address leads to this machine.
    var scope: Scope {
        if isUnspecified || isIn("127.0.0.0", bits: 8) { return .loopback }
        if bytes.count == 16 {
            if bytes.dropLast().allSatisfy({ $0 == 0 }) { return .loopback }
            // Unique local fc00::/7 (RFC 4193) and link-local fe80::/10 (RFC 4291, 2.5.6).
            let isLocal = bytes[0] & 0xFE == 0xFC || (bytes[0] == 0xFE && bytes[1] & 0xC0 == 0x80)
            return isLocal ? .private : .public
        }
        return Self.privateNetworks.contains { isIn($0, bits: $1) } ? .private : .public
    }

    /// RFC 1918, shared address space of carriers (RFC 6598), link-local (RFC 3927), and IETF
    /// protocol assignments and benchmarking (RFC 6890).
    private static let privateNetworks = [
        ("10.0.0.0", 8), ("172.16.0.0", 12), ("192.168.0.0", 16), ("100.64.0.0", 10),
        ("169.254.0.0", 16), ("192.0.0.0", 24), ("198.18.0.0", 15),
    ]

    /// Whether it is an IPv4 address with the first bits of the network.
    private func isIn(_ network: String, bits: Int) -> Bool {
        guard bytes.count == 4, let network = IPAddress(network) else { return false }
        return (number ^ network.number) >> (32 - bits) == 0
    }

    /// The bytes of an IPv4 address as one number.
    private var number: UInt32 { bytes.reduce(0) { $0 << 8 | UInt32($1) } }
}
