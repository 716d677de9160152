import Catalog
import Probes
import Redaction

/// Which probe lines are run, and whom each of them speaks for.
public struct TriagePlan: Sendable {
    /// A line with its owners, ready or not.
    public struct Item: Sendable {
        /// The line, the first where several say the same.
        public var line: ProbeLine
        /// The steps and entries that state it.
        public var owners: [Owner]
        /// How it is run, or why it can't be.
        public var state: State
    }

    /// Whether a line can be run.
    public enum State: Sendable {
        /// It can.
        case ready(ProbeCheck)
        /// It can't, and why.
        case unobservable(String)
    }

    /// The runbooks that are triaged, in order.
    public var runbooks: [Runbook]
    /// The lines, each once.
    public var items: [Item]

    /// The longest time that any of its probes may take.
    var longestTimeout: Duration {
        items.reduce(.zero) { longest, item in
            guard case .ready(let check) = item.state else { return longest }
            return max(longest, check.request.timeout)
        }
    }

    /// Plans all lines of the runbooks: triage steps first, then entries.
    ///
    /// - Parameters:
    ///   - runbooks: The systems to triage.
    ///   - entries: Which entries take part; all unless told. Steps take part only with all.
    ///   - only: Ids of entries, or of steps as `system/step-2`, that alone take part; all if empty.
    ///   - skipped: Ids of entries, or of steps as `system/step-2`, that are left out.
    ///   - variables: Where variables get their values.
    ///   - timeout: The bound on a probe that names none.
    ///   - trust: Which runbooks are trusted; those that are shipped unless told.
    public init(
        _ runbooks: [Runbook], entries: Set<String>? = nil, only: Set<String> = [],
        skipped: Set<String> = [],
        variables: VariableScope, timeout: Duration, trust: RunbookTrust = .shipped
    ) {
        self.runbooks = runbooks
        items = []
        var positions: [Key: Int] = [:]
        for runbook in runbooks {
            let confinement = trust.confinement(of: runbook, variables: variables)
            let steps = entries == nil ? runbook.triage : []
            let owned =
                steps.flatMap { step in
                    step.probes.map {
                        ($0, Owner.step(system: runbook.system, number: step.number))
                    }
                }
                + runbook.entries.filter { entries?.contains($0.id) ?? true }.flatMap { entry in
                    entry.probes.map { ($0, Owner.entry(id: entry.id)) }
                }
            let wanted = owned.filter { _, owner in
                (only.isEmpty || only.contains(owner.id)) && !skipped.contains(owner.id)
            }
            for (line, owner) in wanted {
                let state = Self.state(of: line, timeout: timeout, confinement) { name in
                    variables.value(of: name, in: runbook)
                }
                let key = Key(line: line, state: state)
                if let position = positions[key] {
                    items[position].owners.append(owner)
                } else {
                    positions[key] = items.count
                    items.append(Item(line: line, owners: [owner], state: state))
                }
            }
        }
    }

    /// Plans single lines that belong to no runbook: whoever typed them is trusted.
    public init(lines: [ProbeLine], variables: VariableScope, timeout: Duration) {
        runbooks = []
        items = lines.map { line in
            Item(
                line: line, owners: [],
                state: Self.state(of: line, timeout: timeout, nil) {
                    variables.value(of: $0, in: nil)
                })
        }
    }

    private static func state(
        of line: ProbeLine, timeout: Duration, _ confinement: Confinement?,
        variables: (String) -> String?
    ) -> State {
        do {
            return .ready(
                try ProbeCheck(
                    line, variables: variables, timeout: timeout, confinement: confinement))
        } catch {
            switch error {
            case .invalid(let mistakes):
                let messages = mistakes.map(\.message).joined(separator: "; ")
                return .unobservable("the line is invalid: \(messages)")
            case .unset(let names):
                var flags = names.map { "--set \($0)=…" }
                let leaving = confinement == nil ? [] : Confinement.leavingVariables(of: line)
                if leaving.contains(where: { names.contains($0) && SecretName.isSecret($0) }) {
                    flags.append("--trust")
                }
                let nouns = names.count == 1 ? "variable" : "variables"
                return .unobservable(
                    "\(nouns) \(names.joined(separator: ", ")) not set: give "
                        + flags.joined(separator: " "))
            case .untrusted(let breach): return .unobservable(breach.summary)
            }
        }
    }

    /// What makes two lines the same: the same look, expectations and component.
    private struct Key: Hashable {
        var request: ProbeRequest?
        var component: String?
        var text: String

        init(line: ProbeLine, state: State) {
            switch state {
            case .ready(let check):
                request = check.request
                component = check.component
                text = ""
            case .unobservable(let reason):
                // One runbook may have what another has not: a default, the user's trust.
                text = line.text + "\n" + reason
            }
        }
    }
}

/// Whom a probe line speaks for.
public enum Owner: Sendable, Hashable {
    /// A step of a system's triage section.
    case step(system: String, number: Int)
    /// An entry.
    case entry(id: String)

    /// Whether it is a triage step.
    var isStep: Bool {
        if case .step = self { true } else { false }
    }

    /// The id by which `--skip` names it.
    public var id: String {
        switch self {
        case .step(let system, let number): "\(system)/step-\(number)"
        case .entry(let id): id
        }
    }
}
