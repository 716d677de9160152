import Machine

/// A running container of the engine, of whatever project.
struct RunningContainer: Sendable, Hashable {
    /// Its whole id.
    var id: String
    /// Its name.
    var name: String
    /// The image it was made of.
    var image: String
    /// The compose service it runs, and that service's project and folder.
    var service: String?
    var project: String?
    var directory: String?
    /// What it publishes on the host.
    var publications: [Publication]

    /// Ports of the host that lead into a container.
    struct Publication: Sendable, Hashable {
        /// The address of the host; `nil` where it is none.
        var address: IPAddress?
        /// The ports of the host.
        var ports: ClosedRange<Int>
        /// `tcp` or `udp`
        var carrier: String
    }

    /// `container shop-db-1 of project shop`
    var title: String { "container \(name)" + (project.map { " of project \($0)" } ?? "") }

    /// `container shop-db-1: image postgres:16, in /srv/shop`
    var description: String {
        "container \(name): image \(image)" + (directory.map { ", project in \($0)" } ?? "")
    }

    /// Asks the engine for all running containers; none where there is no engine on this machine.
    ///
    /// - Parameter timeout: how long the engine may take.
    static func all(in world: World, timeout: Duration) async -> [RunningContainer] {
        // The ports of an engine elsewhere are taken elsewhere.
        let engine = world.environment["DOCKER_HOST"] ?? ""
        guard engine.isEmpty || engine.hasPrefix("unix:") else { return [] }
        let command = Command(
            "docker", ["ps", "--no-trunc", "--format", "{{json .}}"], timeout: timeout)
        guard let result = try? await world.commands.run(command), result.exitCode == 0 else {
            return []
        }
        return list(json: result.standardOutput)
    }

    /// Reads what `docker ps --format '{{json .}}'` prints: one object a line.
    static func list(json bytes: [UInt8]) -> [RunningContainer] {
        (JSONValue.objects(in: bytes) ?? []).compactMap { object in
            guard let id = object["ID"]?.string, let name = object["Names"]?.string else {
                return nil
            }
            let labels = labels(object["Labels"]?.string ?? "")
            return RunningContainer(
                id: id, name: PlainText.line(of: name),
                image: PlainText.line(of: object["Image"]?.string ?? ""),
                service: labels["service"], project: labels["project"],
                directory: labels["project.working_dir"],
                publications: publications(object["Ports"]?.string ?? ""))
        }
    }

    /// The labels that compose sets, without their common beginning.
    private static func labels(_ text: String) -> [String: String] {
        let prefix = "com.docker.compose."
        var labels: [String: String] = [:]
        for part in text.split(separator: ",") where part.hasPrefix(prefix) {
            guard let equals = part.firstIndex(of: "=") else { continue }
            let value = PlainText.line(of: part[part.index(after: equals)...])
            labels[String(part[..<equals].dropFirst(prefix.count))] = value
        }
        return labels
    }

    /// `0.0.0.0:8000-8002->80-82/tcp, [::]:53->53/udp, 9000/tcp`
    private static func publications(_ text: String) -> [Publication] {
        text.split(separator: ",").compactMap { part in
            guard let arrow = part.firstRange(of: "->"),
                let colon = part[..<arrow.lowerBound].lastIndex(of: ":")
            else { return nil }
            let ends = part[part.index(after: colon)..<arrow.lowerBound]
                .split(separator: "-").compactMap { Int($0) }
            guard let first = ends.first, let last = ends.last, first <= last else { return nil }
            let host = part[..<colon].filter { !"[] ".contains($0) }
            let carrier = part.split(separator: "/").last.map(String.init) ?? "tcp"
            return Publication(address: IPAddress(host), ports: first...last, carrier: carrier)
        }
    }
}
