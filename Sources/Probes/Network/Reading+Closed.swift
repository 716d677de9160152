extension Reading {
    /// The reading of a port that is closed: what a line that wants it closed waits for, and
    /// otherwise a target that can't be reached.
    static func closed(_ words: String, for expectation: Expectation) -> Reading {
        let closed = Reading.value(ObservedValue(false, display: "false, \(words)"))
        let isWanted = Comparison.finding(of: closed, against: expectation).outcome == .pass
        return isWanted ? closed : .failed(words)
    }
}
