import Machine

/// Asks all sources of evidence at once, within one deadline.
public struct EvidenceCollector: Sendable {
    private let setting: CaptureSetting

    /// Prepares the sources.
    public init(_ setting: CaptureSetting) { self.setting = setting }

    /// What they brought, in their fixed order; asks for secrets of the compose project first, so
    /// that nothing is written before they are known.
    public func captured() async -> Captured {
        let sources = EvidenceSourceRegistry.sources
        var begun = setting
        begun.begun = setting.context.world.clock.uptime
        let setting = begun
        let secrets = Task { await setting.learnSecrets() }
        var captured = await setting.concurrently(sources) { source in
            await setting.context.world.clock.result(within: setting.deadline) {
                await source.capture(setting)
            }
                ?? Captured(
                    missing: source.name,
                    because: "not finished when \(setting.deadline.shortText) were up")
        }
        await withTaskCancellationHandler {
            await secrets.value
        } onCancel: {
            secrets.cancel()
        }
        let logs = captured.items.filter { $0.path.hasPrefix(BundleLayout.logs + "/") }
        captured += CloseCodes(in: logs, knowing: setting.runbooks).captured
        return captured
    }
}

extension CaptureSetting {
    /// Makes known what the compose file keeps secret for its services; any log may hold it.
    fileprivate func learnSecrets() async {
        let context = context
        let configuration = await context.world.clock.result(within: timeout) {
            try? await context.compose.configuration()
        }
        let services = (configuration ?? nil)?.services ?? [:]
        for service in services.values.sorted(by: { $0.name < $1.name }) {
            context.redactor.learn(service.environment.compactMapValues { $0 })
        }
    }
}
