/// What a running container uses, from `docker stats`.
struct ContainerStatistics: Sendable, Hashable {
    /// The container's id, perhaps cut to twelve digits.
    var id: String
    /// The memory it uses, in bytes, the file cache that can be given up left out.
    var memory: Double?
    /// The memory that it may use, in bytes: its own limit, else all of the engine's machine.
    var limit: Double?
    /// The share of processors it uses, in percent of one.
    var processor: Double?
    /// How many processes and threads it has.
    var processes: Int?

    /// The memory used as a share of the limit, in percent; `nil` where the engine does not count.
    var share: Double? {
        guard let memory, let limit, limit > 0 else { return nil }
        return memory / limit * 100
    }
}

extension ContainerStatistics {
    /// Reads what `docker stats --no-stream --format '{{json .}}'` prints, one object a line;
    /// `nil` where it is something else.
    static func list(json bytes: [UInt8]) -> [ContainerStatistics]? {
        JSONValue.objects(in: bytes)?.compactMap(ContainerStatistics.init(json:))
    }

    private init?(json: JSONValue) {
        guard let id = json["ID"]?.string ?? json["Container"]?.string, !id.isEmpty else {
            return nil
        }
        // "46.54MiB / 64MiB"; the engine writes "--" where a container has just gone, and a limit
        // of 0 where it does not count memory.
        let sizes = (json["MemUsage"]?.string ?? "").split(separator: "/")
            .map { ContainerStatistics.bytes(of: $0) }
        let limit = sizes.dropFirst().first ?? nil
        self.init(
            id: id, memory: limit == 0 ? nil : sizes.first ?? nil, limit: limit,
            processor: (json["CPUPerc"]?.string).flatMap { Quantity.percent($0) },
            processes: json["PIDs"]?.looseInteger)
    }

    /// The bytes of `12.3MiB` or `1.1kB` (go-units, `BytesSize` and `HumanSize`).
    static func bytes(of text: some StringProtocol) -> Double? {
        let size = text.split(separator: " ").joined().replacing("kB", with: "KB")
        // No machine has more, so that each can be counted.
        return Quantity.bytes(size).flatMap { (0..<1e18).contains($0) ? $0 : nil }
    }
}
