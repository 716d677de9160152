import Machine

/// Whether ports of this machine are free, and if not, for whom they are taken.
struct FreePort {
    private let carrier: SocketTarget.Carrier
    private let endpoint: Endpoint
    private let owner: String?
    private let timeout: Duration

    /// The option of the kinds that know ``observable``.
    static let ownerOption = ProbeSchema.Option(
        "owner", .text, "the compose service that may hold a port that is otherwise free")
    /// The observable, the same for all carriers.
    static let observable = ProbeSchema.Observable(
        "free", .boolean, "nobody on this machine holds the port, or only owner=")

    /// Makes the question.
    init(_ carrier: SocketTarget.Carrier, _ endpoint: Endpoint, _ request: ProbeRequest) {
        self.carrier = carrier
        self.endpoint = endpoint
        owner = request.option(Self.ownerOption.key)
        timeout = request.timeout
    }

    /// What the question came to.
    struct Finding: Sendable {
        /// The reading of ``FreePort/observable``.
        var reading: Reading
        /// What holds the port, more closely.
        var evidence: [String] = []
    }

    /// How many holders are named.
    private static let shownHolders = 3

    /// Asks who holds the ports.
    func finding(in context: ProbeContext) async -> Finding {
        guard endpoint.isThisMachine else {
            return Finding(
                reading: .unknown(
                    "whether a port is free can be told of this machine only: write localhost"))
        }
        let survey = PortSurvey(
            carrier: carrier, ports: endpoint.ports, address: IPAddress(endpoint.host),
            timeout: timeout, world: context.world)
        async let project = project(in: context)
        let holders: [PortHolder]
        do throws(PortSurvey.Problem) {
            holders = try await survey.holders()
        } catch {
            return Finding(reading: .unknown(error.rawValue))
        }
        let ownProject = await project
        let strangers = holders.filter { !isOwner($0, of: ownProject) }
        let shown = strangers.isEmpty ? holders : strangers
        return Finding(
            reading: .value(
                ObservedValue(strangers.isEmpty, display: display(shown, strangers.isEmpty))),
            evidence: strangers.prefix(Self.shownHolders)
                .compactMap { $0.description(redactor: context.redactor) })
    }

    /// The name of the compose project here, where the line names an owner and compose tells in time.
    private func project(in context: ProbeContext) async -> String? {
        guard owner != nil else { return nil }
        return await context.world.clock.result(within: timeout / 2) {
            try? await context.compose.configuration().name
        } ?? nil
    }

    /// Whether the port is held by the service that may; a namesake in another project is the very
    /// conflict that is looked for.
    private func isOwner(_ holder: PortHolder, of project: String?) -> Bool {
        guard let owner, let container = holder.container, container.service == owner else {
            return false
        }
        return project == nil || container.project == nil || container.project == project
    }

    private func display(_ holders: [PortHolder], _ isFree: Bool) -> String {
        if holders.isEmpty { return "true" }
        var names: [String] = []
        for holder in holders {
            let name = holder.name + (endpoint.isRange ? " (port \(holder.port))" : "")
            if !names.contains(name) { names.append(name) }
        }
        let more = names.count - Self.shownHolders
        let list =
            names.prefix(Self.shownHolders).joined(separator: ", ")
            + (more > 0 ? " and \(more) more" : "")
        return isFree ? "true, held by its owner: \(list)" : "false, held by \(list)"
    }
}
