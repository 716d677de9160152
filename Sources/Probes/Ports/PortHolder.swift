import Redaction

/// Who holds a port of this machine, as far as this user may know.
struct PortHolder: Sendable, Hashable {
    /// The port.
    var port: Int
    /// The address on which it is held; `nil` where that is not told.
    var address: IPAddress?
    /// The process; `nil` where another user's may not be looked at.
    var process: LocalProcess?
    /// The container that it serves or runs in.
    var container: RunningContainer?

    /// The holder in a few words: `container shop-db-1 of project shop`, `node (pid 812) on
    /// 127.0.0.1`.
    var name: String {
        if let container { return container.title }
        let place = address.flatMap { $0.isUnspecified ? nil : " on \($0.text)" } ?? ""
        guard let process else { return "a process that this user may not look at" + place }
        if process.isForwarder { return "\(process.title), for a container docker did not name" }
        return process.title + place
    }

    /// What helps to find it: where its project or its program lies.
    func description(redactor: Redactor) -> String? {
        let text = container.map(\.description) ?? process?.description
        return text.map {
            Excerpt.line(of: $0, limit: Excerpt.bodyLength, redactor: redactor)
        }
    }
}

/// A process of this machine.
struct LocalProcess: Sendable, Hashable {
    /// Its number.
    var id: Int
    /// The name of its program.
    var name: String
    /// The first words of its command line that hold no option, for a secret may follow.
    var command: String?
    /// The folder it works in.
    var directory: String?
    /// The id of the container it runs in.
    var containerID: String?

    /// `node (pid 812)`
    var title: String { "\(name) (pid \(id))" }

    /// `node (pid 812): node server.js, in /srv/shop`
    var description: String? {
        let details = [command, directory.map { "in \($0)" }].compactMap { $0 }
        return details.isEmpty ? nil : "\(title): " + details.joined(separator: ", ")
    }

    /// The programs that hold ports on behalf of containers: the engine's own proxy, and what leads
    /// from macOS and from rootless engines into their machines (lsof cuts names on macOS).
    private static let forwarders = [
        "docker-proxy", "dockerd", "com.docke", "OrbStack", "limactl", "ssh", "colima",
        "rootlessport", "rootlesskit", "slirp4netns", "pasta", "gvproxy", "vpnkit",
    ]

    /// Whether it may hold the port for a container.
    var mayForward: Bool { Self.forwarders.contains { name.hasPrefix($0) } }

    /// Whether it holds the port for a container for sure.
    var isForwarder: Bool { name == "docker-proxy" || name.hasPrefix("com.docke") }

    /// The words of a command line up to its first option, that of an interpreter for what it runs
    /// left in: `python3 -m http.server 8000`.
    static func command(of words: [String]) -> String? {
        let harmless: Set<String> = ["-m", "-jar"]
        let shown = words.prefix(5).prefix { !$0.hasPrefix("-") || harmless.contains($0) }
        return shown.isEmpty ? nil : shown.joined(separator: " ")
    }
}
