import Catalog
import Machine
import Probes

/// What running a plan would ask of the world, found by asking a world that answers nothing.
public struct PlanRehearsal: Sendable {
    /// One line of the plan.
    public struct Item: Sendable {
        /// The line.
        public var line: ProbeLine
        /// Commands and addresses, secrets left out, in the order in which they would be asked.
        public var requests: [String]
        /// Why the line could not be run, if it could not.
        public var obstacle: String?
    }

    /// The lines in order of the plan.
    public private(set) var items: [Item]

    /// Rehearses every line of a plan on its own.
    public init(of plan: TriagePlan, in context: ProbeContext) async {
        items = []
        for item in plan.items {
            switch item.state {
            case .unobservable(let reason):
                let result = ProbeCheck.unknown(
                    item.line, because: reason, redactor: context.redactor)
                items.append(Item(line: result.line, requests: [], obstacle: result.observed))
            case .ready(let check):
                items.append(await Self.rehearse(check, in: context))
            }
        }
    }

    /// Rehearses one line; why it asks nothing is what its result would say.
    private static func rehearse(_ check: ProbeCheck, in context: ProbeContext) async -> Item {
        let rehearsal = Rehearsal()
        let rehearsed = context.anew(in: rehearsal.world(like: context.world))
        let observation = await ProbeRegistry.kind(named: check.line.kind)?
            .look(at: check.request, in: rehearsed)
        let results = observation.map {
            check.results(of: $0, duration: .zero, redactor: context.redactor)
        }
        let requests = rehearsal.requests.map(context.redactor.redact)
        let unasked = requests.isEmpty ? results?.first { $0.outcome == .unknown } : nil
        return Item(
            line: results?.first?.line ?? check.line, requests: requests,
            obstacle: unasked?.observed)
    }
}
