/// What replaying a recorded incident came to.
public struct IncidentResult: Sendable, Hashable {
    /// How it went.
    public enum Outcome: Sendable, Hashable {
        /// The verdict is the expected one.
        case same
        /// It is another one; how it differs.
        case differs([String])
        /// What is expected was written down, since nothing or something else stood there.
        case updated
        /// It could not be judged, and why.
        case broken(String)
    }

    /// Its name, by its folder or file.
    public var name: String
    /// How it went.
    public var outcome: Outcome
    /// What must be said, where that is known.
    public var expected: VerdictExpectation?
    /// What is said, where that could be told.
    public var found: VerdictExpectation?
    /// Lines of today's runbooks that nobody looked at then.
    public var unrecorded: [String]

    /// Makes a result.
    public init(
        name: String, outcome: Outcome, expected: VerdictExpectation? = nil,
        found: VerdictExpectation? = nil, unrecorded: [String] = []
    ) {
        self.name = name
        self.outcome = outcome
        self.expected = expected
        self.found = found
        self.unrecorded = unrecorded
    }

    /// Whether nothing speaks against the runbooks.
    public var isAsExpected: Bool {
        switch outcome {
        case .same, .updated: true
        case .differs, .broken: false
        }
    }

    /// Whether it could not be judged.
    public var isBroken: Bool {
        if case .broken = outcome { true } else { false }
    }
}
