import Catalog

/// What a run says about the system.
public struct Verdict: Sendable, Hashable {
    /// The three answers.
    public enum Health: String, Sendable, Hashable, CaseIterable {
        /// Everything that was stated is true.
        case healthy
        /// Something is broken.
        case unhealthy
        /// Nothing failed, but not everything could be observed.
        case inconclusive
    }

    /// The answer.
    public var health: Health
    /// The answer in one sentence.
    public var summary: String
    /// What broke first.
    public var lead: Problem?
    /// Independent further failures, most suspicious first.
    public var also: [Problem]
    /// The entries that the lead explains, its own first.
    public var explains: [String]
    /// The failing components that follow from the lead.
    public var downstream: [String]
    /// What the probes say of each entry that has any, by id.
    public var entries: [String: EntryStatus]
    /// Every result, in order of the plan.
    public var results: [ProbeResult]
    /// What each component needs, as the runbooks and the compose file say together.
    public var dependencies: [String: [String]]

    /// What broke on its own account, the lead first.
    public var problems: [Problem] { (lead.map { [$0] } ?? []) + also }

    /// The results of one outcome.
    public func results(_ outcome: Outcome) -> [ProbeResult] {
        results.filter { $0.outcome == outcome }
    }
}

/// What the probes say of an entry.
public enum EntryStatus: String, Sendable, Hashable, CaseIterable {
    /// A probe of it failed.
    case confirmed
    /// All its probes passed.
    case ruledOut = "ruled out"
    /// None could tell.
    case open
}

/// One independent failure with what helps against it.
public struct Problem: Sendable, Hashable {
    /// The component at fault.
    public var component: String
    /// The entry that explains it.
    public var entry: Entry?
    /// The triage step that found it.
    public var step: TriageStep?
    /// What is wrong, in the words of the line that failed.
    public var reason: String
    /// The failing results that are its own.
    public var evidence: [ProbeResult]
    /// The failing components that follow from it.
    public var downstream: [String]
    /// The entries that it explains, its own first.
    public var explains: [String]
    /// What to do, placeholders filled in.
    public var fixes: [Fix]
    /// How to see that it worked.
    public var validation: [String]
    /// Whom to call with what, as the runbook says.
    public var escalation: [String]
    /// The runbook whose lines found it.
    public var runbook: Runbook?

    /// How grave it is, by its entry.
    public var severity: Severity { Severity(named: entry?.severity) }

    /// The system it was found in.
    public var system: String? { runbook?.system }
}
