import Triage

/// From what on a verdict exits with a code other than 0.
public enum FailureLevel: String, Sendable, Hashable, CaseIterable {
    /// What could not be observed counts, too.
    case unknown
    /// Any failure.
    case failure
    /// A failure that is independent and of severity high or more.
    case high
    /// A failure that is independent and of severity critical.
    case critical
    /// Nothing does.
    case never

    /// What the verdict counts as; one without any result is inconclusive unless nothing counts.
    public func health(of verdict: Verdict) -> Verdict.Health {
        // Where nothing was looked at, nothing can be said to be well.
        if verdict.results.isEmpty, self != .never { return verdict.health }
        switch self {
        case .unknown: return verdict.health
        case .failure: return verdict.health == .inconclusive ? .healthy : verdict.health
        case .high: return Self.health(of: verdict, from: .high)
        case .critical: return Self.health(of: verdict, from: .critical)
        case .never: return .healthy
        }
    }

    private static func health(of verdict: Verdict, from severity: Severity) -> Verdict.Health {
        verdict.problems.contains { $0.severity <= severity } ? .unhealthy : .healthy
    }
}
