/// What a probe line came to.
public enum Outcome: String, Sendable, Hashable, CaseIterable {
    /// All that it states is true.
    case pass
    /// Something it states is not true.
    case fail
    /// Nothing it states is untrue, but something could not be observed.
    case unknown
}

/// One probe line with its outcome.
public struct ProbeResult: Sendable, Hashable {
    /// The line.
    public var line: ProbeLine
    /// The component at fault if it failed.
    public var component: String
    /// The outcome.
    public var outcome: Outcome
    /// What failed where a line is about several: the services of `compose *`, the paths of
    /// `mediamtx */*`.
    public var failingSubjects: [String]
    /// What was seen, for the expectations that decided the outcome.
    public var observed: String
    /// What was expected, for the same expectations.
    public var expected: String
    /// Lines worth showing with a failure.
    public var evidence: [String]
    /// Whether a measured value decided it, or the want of an answer where the line asks no more
    /// than whether there is one.
    public var isMeasured: Bool
    /// Whether it failed by something people have written, such as a setting, which no broken
    /// dependency brings about.
    public var isConfiguration: Bool
    /// How long looking took.
    public var duration: Duration

    /// Makes a result.
    public init(
        line: ProbeLine, component: String, outcome: Outcome, observed: String, expected: String,
        failingSubjects: [String] = [], evidence: [String] = [], isMeasured: Bool = true,
        isConfiguration: Bool = false, duration: Duration = .zero
    ) {
        self.line = line
        self.component = component
        self.outcome = outcome
        self.failingSubjects = failingSubjects
        self.observed = observed
        self.expected = expected
        self.evidence = evidence
        self.isMeasured = isMeasured
        self.isConfiguration = isConfiguration
        self.duration = duration
    }
}
