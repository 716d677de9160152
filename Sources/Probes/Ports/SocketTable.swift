import Machine

/// Linux's table of sockets, `/proc/net/tcp`, `tcp6`, `udp` and `udp6` (proc_net_tcp in the kernel's
/// documentation).
struct SocketTable {
    private let entries: [Entry]

    /// A socket that holds a port.
    struct Entry: Sendable, Hashable {
        /// The address and port it is bound to.
        var address: IPAddress
        var port: Int
        /// The number by which the links in `/proc/PID/fd` name it.
        var inode: Substring
    }

    /// The state of a socket that listens (`TCP_LISTEN` in the kernel's `tcp_states.h`).
    private static let listening = "0A"

    /// Reads the table of a carrier; `nil` where the system has none.
    init?(_ carrier: SocketTarget.Carrier, of files: any FileSystem) {
        let name = carrier == .udp ? "udp" : "tcp"
        guard let text = try? files.text(of: "/proc/net/\(name)") else { return nil }
        // Without IPv6 there is no second table.
        let second = (try? files.text(of: "/proc/net/\(name)6")) ?? ""
        let state = carrier == .udp ? nil : Self.listening
        entries = [text, second].flatMap { table in
            table.split(separator: "\n").dropFirst()
                .compactMap { Self.entry($0, state: state) }
        }
    }

    /// `0: 0100007F:1F90 00000000:0000 0A 00000000:00000000 00:00000000 00000000 1000 0 31300 …`
    private static func entry(_ line: Substring, state: String?) -> Entry? {
        let fields = line.split(separator: " ", maxSplits: 10)
        guard fields.count > 9, state == nil || fields[3] == state ?? "" else { return nil }
        let local = fields[1].split(separator: ":")
        guard local.count == 2, let port = Int(local[1], radix: 16),
            let address = address(local[0])
        else { return nil }
        return Entry(address: address, port: port, inode: fields[9])
    }

    /// An address as the kernel prints it: words of 32 bits in the machine's own order.
    private static func address(_ digits: Substring) -> IPAddress? {
        var bytes: [UInt8] = []
        var rest = digits
        while !rest.isEmpty, bytes.count < 16 {
            guard let word = UInt32(rest.prefix(8), radix: 16) else { return nil }
            withUnsafeBytes(of: word) { bytes += $0 }
            rest = rest.dropFirst(8)
        }
        return IPAddress(bytes: bytes)
    }

    /// Who holds the ports.
    func holders(of ports: ClosedRange<Int>, in files: any FileSystem) -> [PortHolder] {
        let held = entries.filter { ports.contains($0.port) }
        let owners = ProcessTable(files).owners(ofSockets: Set(held.map { String($0.inode) }))
        return held.map { entry in
            PortHolder(
                port: entry.port, address: entry.address, process: owners[String(entry.inode)])
        }
    }
}
