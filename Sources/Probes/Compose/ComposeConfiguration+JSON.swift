extension ComposeConfiguration {
    /// Reads what `docker compose config --format json` prints (the model of compose-go); `nil`
    /// where it is something else.
    init?(json bytes: [UInt8]) {
        guard let root = try? JSONValue(parsing: bytes), root.object != nil else { return nil }
        let services = (root["services"]?.object ?? [:]).map {
            ComposeService(name: $0.key, json: $0.value)
        }
        self.init(name: root["name"]?.string ?? "", services: services)
    }

    /// Reads what `docker-compose config --services` of version 1 prints: names alone.
    init(name: String, serviceList text: String) {
        let names = text.split(whereSeparator: \.isNewline).map { PlainText.line(of: $0) }
        self.init(
            name: name, services: names.filter { !$0.isEmpty }.map { ComposeService(name: $0) })
    }
}

extension ComposeService {
    fileprivate init(name: String, json: JSONValue) {
        let healthcheck = json["healthcheck"]
        self.init(
            name: name,
            image: json["image"]?.string,
            dependencies: Self.dependencies(json["depends_on"]),
            publishedPorts: (json["ports"]?.array ?? []).flatMap(Self.publishedPorts),
            environment: Self.environment(json["environment"]),
            hasHealthcheck: healthcheck?.object != nil && healthcheck?["disable"]?.bool != true
                && healthcheck?["test"]?.array?.first?.string != "NONE",
            profiles: (json["profiles"]?.array ?? []).compactMap(\.string),
            scale: json["scale"]?.looseInteger ?? json["deploy"]?["replicas"]?.looseInteger ?? 1)
    }

    /// The map of the long form or the list of the short one.
    private static func dependencies(_ value: JSONValue?) -> [String: String] {
        if let names = value?.array {
            return Dictionary(
                names.compactMap(\.string).map { ($0, "service_started") },
                uniquingKeysWith: { first, _ in first })
        }
        return (value?.object ?? [:]).mapValues { $0["condition"]?.string ?? "service_started" }
    }

    /// The long form's `published`, a number, a text or a range, or the short form's text.
    private static func publishedPorts(_ value: JSONValue) -> [Int] {
        if value.object != nil {
            guard let published = value["published"] else { return [] }
            return range(published.text)
        }
        let parts = (value.string ?? "").split(separator: ":")
        return parts.count < 2 ? [] : range(parts[parts.count - 2])
    }

    private static func range(_ text: some StringProtocol) -> [Int] {
        let ends = text.split(separator: "-").compactMap { Int($0) }
        guard let first = ends.first, let last = ends.last, first <= last,
            (1...65_535).contains(first), (1...65_535).contains(last)
        else { return [] }
        return Array(first...last)
    }

    /// The map that `config` prints, or the list of the file; `$$` stands for a dollar sign there.
    private static func environment(_ value: JSONValue?) -> [String: String?] {
        if let list = value?.array {
            let pairs = list.compactMap(\.string).map { entry -> (String, String?) in
                let name = entry.prefix { $0 != "=" }
                let isSet = name.endIndex < entry.endIndex
                return (String(name), isSet ? plain(entry.dropFirst(name.count + 1)) : nil)
            }
            return Dictionary(pairs, uniquingKeysWith: { first, _ in first })
        }
        return (value?.object ?? [:]).mapValues { $0 == .null ? nil : plain($0.text) }
    }

    private static func plain(_ text: some StringProtocol) -> String {
        guard text.contains("$$") else { return String(text) }
        var plain = ""
        var isEscaped = false
        for character in text {
            isEscaped = character == "$" && plain.last == "$" && !isEscaped
            if !isEscaped { plain.append(character) }
        }
        return plain
    }
}
