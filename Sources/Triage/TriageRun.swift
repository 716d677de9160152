import Catalog
import Machine
import Probes
import Redaction

/// Runs a plan and gathers what the verdict is computed from.
public struct TriageRun: Sendable {
    /// Runs the probes.
    public var runner: ProbeRunner

    /// Makes a run.
    public init(runner: ProbeRunner) { self.runner = runner }

    /// Runs the plan; asks the compose project meanwhile what its services depend on.
    public func record(
        of plan: TriagePlan, variables: VariableScope,
        progress: @Sendable (Progress) -> Void = { _ in }
    ) async -> TriageRecord {
        let context = runner.context
        let limit = min(runner.remaining, ProbeRunner.defaultTimeout)
        async let composed = context.world.clock.result(within: limit) {
            await context.compose.dependencies()
        }
        let items = await runner.run(plan, progress: progress)
        let declared = plan.runbooks.map(\.dependencies)
        let services = await composed ?? [:]
        return TriageRecord(
            runbooks: plan.runbooks, items: items,
            dependencies: ComponentGraph.joined(declared + [services]),
            services: Set(services.keys),
            variables: placeholders(of: plan, variables: variables))
    }

    /// The values of the variables that the runbooks declare, secrets left out: a fix is shown.
    private func placeholders(
        of plan: TriagePlan, variables: VariableScope
    ) -> [String: String] {
        plan.runbooks.reduce(into: [:]) { values, runbook in
            for variable in runbook.variables where values[variable.name] == nil {
                guard let value = variables.value(of: variable.name, in: runbook),
                    !SecretName.isSecret(variable.name),
                    !runner.context.redactor.findsSecret(in: value)
                else { continue }
                values[variable.name] = value
            }
        }
    }
}
