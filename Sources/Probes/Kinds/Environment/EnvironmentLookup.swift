/// What looking a variable up came to.
struct EnvironmentLookup: Sendable, Hashable {
    /// The ways it can end.
    enum Outcome: Sendable, Hashable {
        /// It is set, and where.
        case found(String, in: String)
        /// It is not set in any of the places looked at.
        case unset(in: String)
        /// The place it should be in is not there.
        case failed(String)
        /// The place could not be looked at, and why.
        case unknown(String)
    }

    /// How it ended.
    var outcome: Outcome
    /// What to say beside it where a condition fails.
    var notes: [String] = []
}
