import Triage

extension TriageSession {
    /// Runs a plan without a word and gives all that a verdict is computed from.
    func record(of plan: TriagePlan) async -> TriageRecord {
        let runner = runner
        let variables = variables
        return await Interruption.cancelling {
            await TriageRun(runner: runner).record(of: plan, variables: variables)
        }
    }
}
