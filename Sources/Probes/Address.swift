/// What stands in front of a URL's path: `scheme://userinfo@host:port` (RFC 3986, 3).
///
/// Values of settings are often nearly URLs (`postgresql+asyncpg://u:p@db/x`, `mediamtx:9997`) and
/// may hold passwords, so this keeps only what may be shown.
struct Address: Sendable, Hashable {
    /// The scheme in lower case; `nil` where the text starts with the host.
    var scheme: String?
    /// The host in lower case, brackets of an IPv6 address removed; `nil` in `file:///x`.
    var host: String?
    /// The port that is written, if any.
    var port: Int?
    /// Whether an `@` stands behind the authority: the host may then be the start of a password
    /// in which `/`, `?` or `#` was not escaped.
    var mayHoldSecret = false

    /// Reads a text with a scheme; `nil` where it is none or its authority is malformed.
    init?(url text: some StringProtocol) {
        guard let separator = text.firstRange(of: "://") else { return nil }
        let scheme = text[..<separator.lowerBound]
        guard let first = scheme.utf8.first, Self.isLetter(first),
            scheme.utf8.allSatisfy({
                Self.isLetter($0) || Self.isDigit($0) || "+-.".utf8.contains($0)
            })
        else { return nil }
        let rest = text[separator.upperBound...]
        let authority = rest.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
        mayHoldSecret = rest[authority.endIndex...].contains("@")
        self.scheme = scheme.lowercased()
        let hostAndPort = authority.lastIndex(of: "@").map {
            authority[authority.index(after: $0)...]
        }
        guard read(hostAndPort: hostAndPort ?? authority) else { return nil }
    }

    /// Reads `host` or `host:port`; `nil` where it is neither.
    init?(host text: some StringProtocol) {
        guard read(hostAndPort: text[...]), host != nil else { return nil }
    }

    private mutating func read(hostAndPort text: some StringProtocol) -> Bool {
        var name = text[...]
        var tail = name[name.endIndex...]
        if name.first == "[" {
            guard let closing = name.firstIndex(of: "]") else { return false }
            tail = name[name.index(after: closing)...]
            name = name[name.index(after: name.startIndex)..<closing]
            guard name.utf8.allSatisfy({ Self.isAddressByte($0) }) else { return false }
        } else {
            let colon = name.firstIndex(of: ":") ?? name.endIndex
            tail = name[colon...]
            name = name[..<colon]
            guard name.utf8.allSatisfy({ Self.isNameByte($0) }) else { return false }
        }
        host = name.isEmpty ? nil : name.lowercased()
        if tail.isEmpty || tail == ":" { return true }
        guard tail.first == ":", let port = Int(tail.dropFirst()), (0...65_535).contains(port)
        else { return false }
        self.port = port
        return true
    }

    private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }
    private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
    /// Bytes of a host name; `_` stands in names of compose services, others in international ones.
    private static func isNameByte(_ byte: UInt8) -> Bool {
        isLetter(byte) || isDigit(byte) || byte >= 0x80 || "-._~%*".utf8.contains(byte)
    }
    /// Bytes of an IPv6 address with its zone (RFC 6874).
    private static func isAddressByte(_ byte: UInt8) -> Bool {
        isLetter(byte) || isDigit(byte) || ":.%-_~".utf8.contains(byte)
    }
}

extension Address {
    /// The port that is written, or the one that the scheme stands for (IANA's registry of
    /// service names).
    var effectivePort: Int? { port ?? scheme.flatMap { Self.ports[$0] } }

    private static let ports = [
        "http": 80, "ws": 80, "https": 443, "wss": 443, "ftp": 21, "ssh": 22, "smtp": 25,
        "rtsp": 554, "rtmp": 1935, "amqp": 5672, "amqps": 5671, "redis": 6379, "rediss": 6379,
        "postgres": 5432, "postgresql": 5432, "mysql": 3306, "mongodb": 27017, "nats": 4222,
    ]

    /// Whether the host is this machine itself (RFC 1122, 3.2.1.3; RFC 6761, 6.3).
    var isLoopback: Bool {
        guard let host else { return false }
        if host == "localhost" || host.hasSuffix(".localhost") || host == "::1" { return true }
        return isNumeric && (host.hasPrefix("127.") || host == "0.0.0.0")
    }

    /// Whether the host is an IP address rather than a name.
    var isNumeric: Bool {
        guard let host else { return false }
        if host.utf8.contains(UInt8(ascii: ":")) { return true }
        let parts = host.split(separator: ".", omittingEmptySubsequences: false)
        return parts.count == 4 && parts.allSatisfy { UInt8($0) != nil }
    }

    /// Whether only machines beside the named one can find it: loopback, names without a dot, as
    /// containers call each other, and the domains kept for private use (RFC 6762; ICANN's
    /// `.internal`, which `host.docker.internal` is in).
    var isInternal: Bool {
        guard let host, !host.isEmpty else { return false }
        if isLoopback { return true }
        if isNumeric { return false }
        return !host.utf8.contains(UInt8(ascii: ".")) || host.hasSuffix(".internal")
            || host.hasSuffix(".local")
    }
}
