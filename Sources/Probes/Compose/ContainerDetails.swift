import Foundation

/// What the engine knows of a container beyond its place in a list, from `docker inspect`.
public struct ContainerDetails: Sendable, Hashable {
    /// The whole id.
    public var id: String
    /// How often the engine has started it again.
    public var restartCount: Int
    /// When it last started; `nil` where it never did.
    public var startedAt: Date?
    /// When it last ended; `nil` where it never did.
    public var finishedAt: Date?
    /// The exit code of its last end, 0 where it never ended.
    public var exitCode: Int
    /// Whether the kernel ended it for want of memory.
    public var isOutOfMemory: Bool
    /// Why the engine could not start it; empty where it could.
    public var error: String
    /// What the last run of its health check printed.
    public var healthOutput: String
    /// The process id of its main process as the engine's machine counts; 0 where none runs.
    public var processIdentifier: Int

    /// Makes details.
    public init(
        id: String, restartCount: Int = 0, startedAt: Date? = nil, finishedAt: Date? = nil,
        exitCode: Int = 0, isOutOfMemory: Bool = false, error: String = "",
        healthOutput: String = "", processIdentifier: Int = 0
    ) {
        self.id = id
        self.restartCount = restartCount
        self.startedAt = startedAt
        self.finishedAt = finishedAt
        self.exitCode = exitCode
        self.isOutOfMemory = isOutOfMemory
        self.error = error
        self.healthOutput = healthOutput
        self.processIdentifier = processIdentifier
    }
}

extension ContainerDetails {
    /// Reads what `docker inspect` prints; what is no container is left out.
    static func list(json bytes: [UInt8]) -> [ContainerDetails] {
        (JSONValue.objects(in: bytes) ?? []).compactMap(ContainerDetails.init(json:))
    }

    private init?(json: JSONValue) {
        guard let id = json["Id"]?.string, let state = json["State"] else { return nil }
        self.init(
            id: id,
            restartCount: json["RestartCount"]?.int ?? 0,
            startedAt: state["StartedAt"]?.string.flatMap(EngineTime.date(of:)),
            finishedAt: state["FinishedAt"]?.string.flatMap(EngineTime.date(of:)),
            exitCode: state["ExitCode"]?.int ?? 0,
            isOutOfMemory: state["OOMKilled"]?.bool ?? false,
            error: PlainText.line(of: state["Error"]?.string ?? ""),
            healthOutput: state["Health"]?["Log"]?.array?.last?["Output"]?.string ?? "",
            processIdentifier: state["Pid"]?.int ?? 0)
    }
}

extension Collection<ContainerDetails> {
    /// The details of a listed container, whose id may be cut.
    func details(of container: ComposeContainer) -> ContainerDetails? {
        first { $0.id.hasPrefix(container.id) || container.id.hasPrefix($0.id) }
    }
}
