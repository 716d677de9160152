import Catalog
import Machine

/// The environment of a compose service: the running container's, else the declared one.
struct ServiceEnvironment: Sendable {
    private let service: String
    private let context: ProbeContext
    private let timeout: Duration

    init(service: String, context: ProbeContext, timeout: Duration) {
        self.service = service
        self.context = context
        // A hanging engine must leave time to read the compose file instead.
        self.timeout = timeout * 3 / 4
    }

    /// Looks a variable up.
    func lookup(_ name: String) async -> EnvironmentLookup {
        do {
            let values = try await runningValues()
            context.redactor.learn(values)
            guard let value = values[name] else {
                return EnvironmentLookup(outcome: .unset(in: service))
            }
            return EnvironmentLookup(outcome: .found(value, in: service))
        } catch {
            return await declared(name, insteadOf: error)
        }
    }

    /// What the container's environment is, as far as the engine tells in time.
    private func runningValues() async throws(ComposeFailure) -> [String: String] {
        let service = service
        let compose = context.compose
        let answer = await context.world.clock.result(within: timeout) {
            await Result { () async throws(ComposeFailure) in
                try await compose.environment(of: service)
            }
        }
        guard let answer else { throw .timedOut("`docker compose exec` took too long") }
        return try answer.get()
    }

    /// Looks into what the compose file declares; what the image sets is not in it.
    private func declared(
        _ name: String, insteadOf failure: ComposeFailure
    ) async -> EnvironmentLookup {
        let reason = failure.summary
        guard let configuration = try? await context.compose.configuration() else {
            return EnvironmentLookup(outcome: .unknown(reason))
        }
        guard let declaration = configuration.services[service] else {
            let hint = NearestName.hint(for: service, in: configuration.services.keys.sorted())
            return EnvironmentLookup(
                outcome: .unknown("the compose file has no service \(service)\(hint)"))
        }
        let values = declaration.environment.compactMapValues { $0 }
        context.redactor.learn(values)
        guard let value = values[name] else {
            return EnvironmentLookup(
                outcome: .unknown("\(reason), and the compose file does not set \(name) for it"))
        }
        return EnvironmentLookup(
            outcome: .found(value, in: "the compose file"),
            notes: [
                "\(reason): what the compose file declares for \(service) was looked at instead"
            ])
    }
}
