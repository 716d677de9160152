import Catalog
import Machine
import Probes

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
        async let composed = context.world.clock.result(within: runner.deadline) {
            await context.compose.dependencies()
        }
        let items = await runner.run(plan, progress: progress)
        let declared = plan.runbooks.map(\.dependencies)
        return TriageRecord(
            runbooks: plan.runbooks, items: items,
            dependencies: ComponentGraph.joined(declared + [await composed ?? [:]]),
            variables: placeholders(of: plan, variables: variables))
    }

    /// The values of the variables that the runbooks declare.
    private func placeholders(
        of plan: TriagePlan, variables: VariableScope
    ) -> [String: String] {
        plan.runbooks.reduce(into: [:]) { values, runbook in
            for variable in runbook.variables where values[variable.name] == nil {
                values[variable.name] = variables.value(of: variable.name, in: runbook)
            }
        }
    }
}
