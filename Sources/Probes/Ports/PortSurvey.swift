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

    /// Everyone who holds one of the ports, ordered by port; `nil` where nothing tells.
    func holders() async -> [PortHolder]? {
        async let running = RunningContainer.all(in: world, timeout: timeout / 2)
        guard let bound = await bound() else {
            _ = await running
            return nil
        }
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

    private func bound() async -> [PortHolder]? {
        if let table = SocketTable(carrier, of: world.files) {
            return table.holders(of: ports, in: world.files)
        }
        return await OpenFileList(carrier, ports: ports, timeout: timeout / 2, world: world)
            .holders()
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
