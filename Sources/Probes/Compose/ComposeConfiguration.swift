/// What the compose file declares, profiles that are not active left out.
public struct ComposeConfiguration: Sendable, Hashable {
    /// The project's name.
    public var name: String
    /// The declared services by name.
    public var services: [String: ComposeService]

    /// Makes a configuration.
    public init(name: String, services: [ComposeService]) {
        self.name = name
        self.services = Dictionary(
            services.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// The names of the services, a service behind all that it depends on.
    public var startOrder: [String] {
        var order: [String] = []
        var visited: Set<String> = []
        // A stack of its own, for a file may declare a chain of any length.
        var pending: [(name: String, isReady: Bool)] = []
        for root in services.keys.sorted() {
            pending.append((root, false))
            while let (name, isReady) = pending.popLast() {
                if isReady {
                    order.append(name)
                } else if let service = services[name], visited.insert(name).inserted {
                    pending.append((name, true))
                    pending += service.dependencies.keys.sorted(by: >).map { ($0, false) }
                }
            }
        }
        return order
    }

    /// The services that others wait for to end with exit code 0.
    public var oneShotServices: Set<String> {
        Set(
            services.values.flatMap { service in
                service.dependencies.filter { $0.value == "service_completed_successfully" }.keys
            })
    }
}

/// One service of a compose file.
public struct ComposeService: Sendable, Hashable {
    /// The service's name.
    public var name: String
    /// The image, where the file names one.
    public var image: String?
    /// The services it needs and the condition each must meet, such as `service_healthy`.
    public var dependencies: [String: String]
    /// The ports published on the host, ranges written out.
    public var publishedPorts: [Int]
    /// The environment; a variable that is only passed on has no value.
    public var environment: [String: String?]
    /// Whether the file declares a health check; the image may bring one of its own.
    public var hasHealthcheck: Bool
    /// The profiles it belongs to.
    public var profiles: [String]
    /// How many containers the file wants.
    public var scale: Int

    /// Makes a service.
    public init(
        name: String, image: String? = nil, dependencies: [String: String] = [:],
        publishedPorts: [Int] = [], environment: [String: String?] = [:],
        hasHealthcheck: Bool = false, profiles: [String] = [], scale: Int = 1
    ) {
        self.name = name
        self.image = image
        self.dependencies = dependencies
        self.publishedPorts = publishedPorts
        self.environment = environment
        self.hasHealthcheck = hasHealthcheck
        self.profiles = profiles
        self.scale = scale
    }
}
