import Catalog

/// Finds the containers of one service.
enum ServiceContainers {
    /// The containers of a service as they are now; one that has none is seen as not created.
    ///
    /// - Throws: ``ServiceTrouble/unknown(_:)`` where the engine or the service can't be found.
    static func sights(
        of service: String, in context: ProbeContext
    ) async throws(ServiceTrouble) -> [ServiceSight] {
        if let mistake = ServiceName.mistake(in: service) { throw .unknown(mistake) }
        let containers: [ComposeContainer]
        do { containers = try await context.compose.containers() } catch {
            throw .unknown(error.summary)
        }
        let own = containers.filter { $0.service == service }
        let configuration = try? await context.compose.configuration()
        // A service of a profile that is not active is not declared, but may run all the same.
        if own.isEmpty, let services = configuration?.services, services[service] == nil {
            let hint = NearestName.hint(for: service, in: services.keys.sorted())
            throw .unknown("the compose file has no service \(service)\(hint)")
        }
        return ServiceSight.all(
            of: [service], containers: own,
            details: own.isEmpty ? [] : (try? await context.compose.details()) ?? [],
            oneShot: configuration?.oneShotServices ?? [], now: context.world.clock.now)
    }
}
