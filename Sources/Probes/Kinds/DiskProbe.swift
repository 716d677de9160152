import Machine

/// Looks at how much room is left where a path is.
///
/// Use it for what stops databases, uploads and logs all at once: a full disk, or one on which no
/// more files can be made though it has room.
///
///     disk / free>=10%
///     disk /var/lib/docker available>5GB inodes>=5%
///     disk /var/lib/postgresql/data in=database free>=10%
///
/// The shares are those that `df` shows, of the room that users other than root may use. With
/// `in=SERVICE` the path is one inside the service's running container: that is how to see the room
/// on a volume. A line that states nothing wants `free>=10%`.
public struct DiskProbe: ProbeKind {
    /// What the kind declares of itself.
    public let schema = ProbeSchema(
        kind: "disk",
        abstract: "Looks at how much room is left on a disk or volume.",
        subject: .init("PATH", "a path on it"),
        options: [
            .init("in", .text, "the compose service in whose container the path is")
        ],
        observables: [
            .init("free", .percent, "the share of its room that is left"),
            .init("available", .bytes, "the room that is left"),
            .init("inodes", .percent, "the share of its inodes that is left, one for each file"),
        ],
        defaultConditions: ["free>=10%"],
        examples: [
            "disk / free>=10% inodes>=5% # the disk is nearly full",
            "disk /var/lib/docker available>5GB # no room for images",
            "disk /var/lib/postgresql/data in=database # the database can't write",
        ])

    /// Makes the kind.
    public init() {}

    /// The service, else the disk.
    public func component(of request: ProbeRequest) -> String {
        request.option("in") ?? "disk"
    }

    /// A path must be there and need no shell.
    public func mistake(in subject: String) -> String? { PathSubject.mistake(in: subject) }

    /// Asks once.
    public func observe(_ request: ProbeRequest, in context: ProbeContext) async -> Observation {
        if let mistake = mistake(in: request.subject) {
            return Observation(.unknown(mistake), for: request)
        }
        do {
            let disk = DiskReadings(
                space: try await space(of: request, in: context), path: request.subject)
            let readings = request.expectations.map { ($0, disk.reading(for: $0.key)) }
            return Observation(
                readings: Dictionary(readings, uniquingKeysWith: { first, _ in first }))
        } catch {
            return Observation(error.reading, for: request)
        }
    }

    private func space(
        of request: ProbeRequest, in context: ProbeContext
    ) async throws(FileObstacle) -> VolumeSpace {
        if let service = request.option("in") {
            return try await ContainerVolume.space(
                of: request.subject,
                ServicePrograms(of: service, context: context, within: request.timeout))
        }
        return try await MachineFile(
            request.subject, in: context.world, within: request.timeout
        ).volume()
    }
}
