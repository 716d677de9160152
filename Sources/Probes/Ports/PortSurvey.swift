import Machine

/// Finds out who holds ports of this machine.
///
/// Linux tells in `/proc`, as `ss -p` reads it; elsewhere `lsof` is asked. The engine is asked in
/// any case, for the proxy that holds a container's port does not say whose it is, and an engine
/// without that proxy holds ports without listening on them.
struct PortSurvey {
    /// What the ports carry.
    let carrier: SocketTarget.Carrier
    /// The ports.
    let ports: ClosedRange<Int>
    /// The address on which they must be free; `nil` for any.
    let address: IPAddress?
    /// How long the programs that are asked may take.
    let timeout: Duration
    /// The outside.
    let world: World

    /// Why nobody can tell who holds a port.
    enum Problem: String, Error {
        case nobodyTells = "neither /proc/net nor lsof is here to tell who holds a port"
        case tooSlow = "this machine did not tell in time who holds a port"
    }

    /// Everyone who holds one of the ports, ordered by port.
    func holders() async throws(Problem) -> [PortHolder] {
        async let running = RunningContainer.all(in: world, timeout: timeout / 2)
        let bound = try await bound()
        let containers = await running
        var holders = bound.filter { matches($0.address) }
            .map { self.holder($0, among: containers) }
        for container in containers where !holders.contains(where: { $0.container == container }) {
            holders += published(by: container).map {
                PortHolder(port: $0.ports.lowerBound, address: $0.address, container: container)
            }
        }
        return holders.sorted { $0.port < $1.port }
    }

    private func bound() async throws(Problem) -> [PortHolder] {
        let (carrier, ports, files) = (carrier, ports, world.files)
        // A machine may have a hundred thousand open files to look at.
        let found = await BlockingCall.value(within: timeout / 2, on: world.clock) {
            SocketTable(carrier, of: files).map { $0.holders(of: ports, in: files) }
        }
        guard let table = found else { throw .tooSlow }
        if let table { return table }
        let list = OpenFileList(carrier, ports: ports, timeout: timeout / 2, world: world)
        guard let holders = await list.holders() else { throw .nobodyTells }
        return holders
    }

    /// The holder with the container that it runs in, or that publishes the port through it.
    private func holder(
        _ holder: PortHolder, among containers: [RunningContainer]
    ) -> PortHolder {
        var holder = holder
        if let id = holder.process?.containerID {
            holder.container = containers.first { $0.id == id }
        } else if holder.process?.mayForward ?? true {
            holder.container = containers.first { container in
                container.publications.contains {
                    $0.carrier == name && $0.ports.contains(holder.port)
                }
            }
        }
        return holder
    }

    /// What of the container's publications lies in the ports.
    private func published(by container: RunningContainer) -> [RunningContainer.Publication] {
        container.publications.compactMap { publication in
            guard publication.carrier == name, matches(publication.address),
                publication.ports.overlaps(ports)
            else { return nil }
            var publication = publication
            publication.ports = publication.ports.clamped(to: ports)
            return publication
        }
    }

    private var name: String { carrier == .udp ? "udp" : "tcp" }

    /// Whether a holder on the address is in the way.
    private func matches(_ other: IPAddress?) -> Bool {
        guard let address, let other, !address.isUnspecified else { return true }
        return other.isUnspecified || other == address
    }
}
