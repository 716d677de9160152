/// One container of a compose project as `docker compose ps` lists it.
public struct ComposeContainer: Sendable, Hashable {
    /// A port that the container publishes on the host.
    public struct Publisher: Sendable, Hashable {
        /// The port on the host.
        public var published: Int
        /// The port in the container.
        public var target: Int

        /// Makes a publisher.
        public init(published: Int, target: Int) {
            self.published = published
            self.target = target
        }
    }

    /// The container's id, perhaps cut to twelve digits.
    public var id: String
    /// Its name.
    public var name: String
    /// The service it runs.
    public var service: String
    /// `running`, `exited`, `restarting`, `paused`, `dead`, `created` or `removing`.
    public var state: String
    /// `healthy`, `unhealthy` or `starting`; `nil` where nothing checks it or it isn't running.
    public var health: String?
    /// The exit code of its last end; `nil` where it has not ended.
    public var exitCode: Int?
    /// The image it was made of.
    public var image: String
    /// The engine's words for its state, such as `Exited (137) 3 seconds ago`.
    public var status: String
    /// What it publishes on the host.
    public var publishers: [Publisher]
    /// Whether it was made by `docker compose run`.
    public var isOneOff: Bool

    /// Makes a container.
    public init(
        id: String, name: String, service: String, state: String, health: String? = nil,
        exitCode: Int? = nil, image: String = "", status: String = "",
        publishers: [Publisher] = [], isOneOff: Bool = false
    ) {
        self.id = id
        self.name = name
        self.service = service
        self.state = state
        self.health = health
        self.exitCode = exitCode
        self.image = image
        self.status = status
        self.publishers = publishers
        self.isOneOff = isOneOff
    }
}

extension ComposeContainer {
    /// Reads the containers that `docker compose ps --format json` prints: an array before 2.21,
    /// one object a line since; or those of `docker ps --format '{{json .}}'`. `nil` where it is
    /// something else.
    static func list(json bytes: [UInt8]) -> [ComposeContainer]? {
        JSONValue.objects(in: bytes)?.compactMap(ComposeContainer.init(json:))
    }

    private init?(json: JSONValue) {
        let labels = Self.labels(json["Labels"])
        let service = json["Service"]?.string ?? labels["com.docker.compose.service"]
        guard let id = json["ID"]?.string, let service, !service.isEmpty else { return nil }
        let status = PlainText.line(of: json["Status"]?.string ?? "")
        let words = StatusWords(status)
        let state = (json["State"]?.string ?? words.state).lowercased()
        let health = json["Health"]?.string.flatMap { $0.isEmpty ? nil : $0 } ?? words.health
        self.init(
            id: id,
            name: json["Name"]?.string ?? json["Names"]?.string ?? id,
            service: service,
            state: state,
            health: state == "running" ? health : nil,
            exitCode: ["running", "paused", "created"].contains(state)
                ? nil : words.exitCode ?? json["ExitCode"]?.looseInteger,
            image: json["Image"]?.string ?? "",
            status: status,
            publishers: Self.publishers(json),
            isOneOff: labels["com.docker.compose.oneoff"]?.lowercased() == "true")
    }

    /// Labels as a map or as `key=value` texts joined by commas, which values may hold too.
    private static func labels(_ value: JSONValue?) -> [String: String] {
        if let map = value?.object { return map.compactMapValues(\.string) }
        var labels: [String: String] = [:]
        for part in (value?.string ?? "").split(separator: ",") {
            guard let equals = part.firstIndex(of: "=") else { continue }
            labels[String(part[..<equals])] = String(part[part.index(after: equals)...])
        }
        return labels
    }

    private static func publishers(_ json: JSONValue) -> [Publisher] {
        guard let list = json["Publishers"]?.array else {
            return publishers(of: json["Ports"]?.string ?? "")
        }
        return list.compactMap { entry in
            guard let published = entry["PublishedPort"]?.looseInteger, published > 0
            else { return nil }
            return Publisher(published: published, target: entry["TargetPort"]?.looseInteger ?? 0)
        }
    }

    /// `0.0.0.0:8000->80/tcp, [::]:8000->80/tcp, 9000/tcp`
    private static func publishers(of text: String) -> [Publisher] {
        text.split(separator: ",").compactMap { part in
            guard let arrow = part.firstRange(of: "->"),
                let published = part[..<arrow.lowerBound].split(separator: ":").last
                    .flatMap({ Int($0) })
            else { return nil }
            let target = part[arrow.upperBound...].prefix { $0.isNumber }
            return Publisher(published: published, target: Int(target) ?? 0)
        }
    }
}
