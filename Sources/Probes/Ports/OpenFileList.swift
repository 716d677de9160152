import Machine

/// Who holds ports as `lsof` tells, where there is no `/proc`: on macOS and the BSDs.
///
/// What `lsof` shows a user who is not root are that user's processes. Whether others hold a port is
/// seen in the list of `netstat`, which names nobody.
struct OpenFileList {
    private let carrier: SocketTarget.Carrier
    private let ports: ClosedRange<Int>
    private let timeout: Duration
    private let world: World

    /// Makes the question.
    init(
        _ carrier: SocketTarget.Carrier, ports: ClosedRange<Int>, timeout: Duration, world: World
    ) {
        self.carrier = carrier
        self.ports = ports
        self.timeout = timeout
        self.world = world
    }

    private var isUDP: Bool { carrier == .udp }

    /// Who holds the ports; `nil` where neither program is here.
    func holders() async -> [PortHolder]? {
        async let listed = run("netstat", ["-an", "-p", isUDP ? "udp" : "tcp"])
        let range =
            ports.count == 1 ? "\(ports.lowerBound)" : "\(ports.lowerBound)-\(ports.upperBound)"
        let states = isUDP ? [] : ["-sTCP:LISTEN"]
        let named = await run(
            "lsof", ["+c", "0", "-nP", "-i\(isUDP ? "UDP" : "TCP"):\(range)"] + states + ["-Fpcn"])
        let unnamed = await listed
        if named == nil, unnamed == nil { return nil }
        let known = Self.holders(fields: named ?? "").filter { ports.contains($0.port) }
        let others = Self.holders(list: unnamed ?? "", isUDP: isUDP).filter { other in
            ports.contains(other.port) && !known.contains { $0.port == other.port }
        }
        return known + others
    }

    /// What a program prints; `nil` where it can't be run. `lsof` ends with 1 where it finds nothing.
    private func run(_ program: String, _ arguments: [String]) async -> String? {
        try? await world.commands.run(Command(program, arguments, timeout: timeout)).output
    }

    /// Reads `lsof -Fpcn`: a line a field, `p` and its number for each process, `c` and its name,
    /// and `n` and an address for each of its files (lsof(8), Output for other programs).
    private static func holders(fields text: String) -> [PortHolder] {
        var process: LocalProcess?
        var holders: [PortHolder] = []
        for line in text.split(separator: "\n") {
            let value = line.dropFirst()
            switch line.first {
            case "p": process = Int(value).map { LocalProcess(id: $0, name: "a process") }
            case "c": process?.name = PlainText.line(of: value)
            case "n":
                // A socket that is connected has its other end behind an arrow.
                let local = value.firstRange(of: "->").map { value[..<$0.lowerBound] } ?? value
                guard let colon = local.lastIndex(of: ":"),
                    let port = Int(local[local.index(after: colon)...])
                else { continue }
                holders.append(
                    PortHolder(port: port, address: address(local[..<colon]), process: process))
            default: continue
            }
        }
        return holders
    }

    /// Reads `netstat -an` of the BSDs: `tcp4 0 0 127.0.0.1.8000 *.* LISTEN`.
    private static func holders(list text: String, isUDP: Bool) -> [PortHolder] {
        text.split(separator: "\n").compactMap { line in
            let fields = line.split(separator: " ")
            guard fields.count > 4, fields[0].hasPrefix(isUDP ? "udp" : "tcp"),
                isUDP || fields[5...].first == "LISTEN",
                let dot = fields[3].lastIndex(of: "."),
                let port = Int(fields[3][fields[3].index(after: dot)...])
            else { return nil }
            return PortHolder(port: port, address: address(fields[3][..<dot]))
        }
    }

    /// `*`, `127.0.0.1`, `[::1]`, `fe80::1%lo0`
    private static func address(_ text: Substring) -> IPAddress? {
        let bare = text.filter { !"[]".contains($0) }
        return bare == "*" ? IPAddress("0.0.0.0") : IPAddress(bare)
    }
}
