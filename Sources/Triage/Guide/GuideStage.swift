import Catalog

/// A stretch of a walk: a triage step with the entries it leads to.
struct GuideStage: Sendable {
    /// The system it belongs to.
    var system: String
    /// The step; `nil` where the runbook has no triage section.
    var step: TriageStep?
    /// How many steps the runbook has.
    var stepCount: Int
    /// The entries it leads to, most suspicious first.
    var candidates: [Entry]

    /// The stages of all runbooks of a plan, in order.
    static func stages(of plan: TriagePlan) -> [GuideStage] {
        var sharing: [Owner: Set<String>] = [:]
        for item in plan.items {
            let entries = item.owners.compactMap { owner -> String? in
                if case .entry(let id) = owner { id } else { nil }
            }
            for owner in item.owners where owner.isStep {
                sharing[owner, default: []].formUnion(entries)
            }
        }
        return plan.runbooks.flatMap { stages(of: $0, sharing: sharing) }
    }

    /// The stages of one runbook.
    ///
    /// - Parameter sharing: The ids of the entries that state a line of a step's.
    private static func stages(
        of runbook: Runbook, sharing: [Owner: Set<String>]
    ) -> [GuideStage] {
        // A code explains what was seen; nobody can look for it.
        let entries = runbook.entries.filter { $0.kind == .failure }
        guard !runbook.triage.isEmpty else {
            return [
                GuideStage(system: runbook.system, step: nil, stepCount: 0, candidates: entries)
            ]
        }
        let named = Set(runbook.triage.flatMap(\.entries))
        return runbook.triage.map { step in
            let owner = Owner.step(system: runbook.system, number: step.number)
            let shared = sharing[owner, default: []]
            var own = step.entries.compactMap { id in entries.first { $0.id == id } }
            own += entries.filter { shared.contains($0.id) && !step.entries.contains($0.id) }
            // A step that leads nowhere may mean any entry that no other step claims.
            if own.isEmpty { own = entries.filter { !named.contains($0.id) } }
            return GuideStage(
                system: runbook.system, step: step, stepCount: runbook.triage.count,
                candidates: own)
        }
    }
}
