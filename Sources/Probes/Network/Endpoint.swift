import Machine

/// Where a line points to: `host:port`, `host:first-last`, or what stands in front of a URL's path.
struct Endpoint: Sendable, Hashable {
    /// The host with its single or first port.
    let address: Address
    /// The host in lower case, without brackets.
    let host: String
    /// The ports, mostly one.
    let ports: ClosedRange<Int>

    /// What is wrong with a subject that is none; it is not repeated, for it may hold a password.
    static let mistake = "not of the form HOST:PORT"

    /// Reads a subject; `nil` where it names no host or no port.
    ///
    /// - Parameter defaultPort: the port of a subject that names none and whose scheme has none.
    init?(_ subject: String, defaultPort: Int? = nil) {
        let isURL = subject.contains("://")
        let (text, last) = isURL ? (subject, nil) : Self.withoutRange(subject)
        guard let read = isURL ? Address(url: text) : Address(host: text), let host = read.host,
            let first = read.effectivePort ?? defaultPort,
            first > 0, first <= last ?? first
        else { return nil }
        var address = read
        address.port = first
        self.address = address
        self.host = host
        ports = first...(last ?? first)
    }

    /// `host:80-90` as `host:80` and 90.
    private static func withoutRange(_ subject: String) -> (text: String, last: Int?) {
        guard let colon = subject.lastIndex(of: ":"),
            let dash = subject[colon...].firstIndex(of: "-"),
            let last = Int(subject[dash...].dropFirst()), (1...65_535).contains(last)
        else { return (subject, nil) }
        return (String(subject[..<dash]), last)
    }

    /// The first port, which is all there is unless the subject gives a range.
    var port: Int { ports.lowerBound }

    /// Whether several ports are meant.
    var isRange: Bool { ports.count > 1 }

    /// Whether the host is this machine: loopback, or all of its addresses.
    var isThisMachine: Bool {
        address.isLoopback || IPAddress(host).map { $0.scope == .loopback } ?? false
    }

    /// `host:port` as programs want it, brackets around an IPv6 address.
    var text: String {
        host.utf8.contains(UInt8(ascii: ":")) ? "[\(host)]:\(port)" : "\(host):\(port)"
    }

    /// The component at fault where nothing tells more: the host, or host and port where the host
    /// says nothing.
    var component: String { address.isLoopback || address.isNumeric ? text : host }
}

extension ProbeContext {
    /// The compose service that publishes the port, where the endpoint is on this machine and
    /// compose tells in time.
    ///
    /// An engine that hangs must not cost the answer itself, so half the time-out is all it gets.
    func publisher(of endpoint: Endpoint, timeout: Duration) async -> String? {
        guard endpoint.isThisMachine else { return nil }
        return await world.clock.result(within: timeout / 2) {
            await compose.service(publishing: endpoint.port)
        } ?? nil
    }
}
