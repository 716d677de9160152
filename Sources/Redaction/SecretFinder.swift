/// Finds everything in a text that must not be shown, by all rules at once.
struct SecretFinder: Sendable {
    /// A place that must not be shown.
    struct Finding: Sendable, Hashable {
        /// The place.
        var range: Range<Int>
        /// The secret, where it is known in other words than those that stand there.
        var secret: [UInt8]?
    }

    /// The known values.
    var values: [[UInt8]] = []
    /// Finds them.
    var automaton = ValueAutomaton([])
    /// The patterns of the team.
    var patterns: [RedactionPattern] = []
    /// Whether e-mail addresses, telephone numbers and network addresses go too.
    var hidesPersonal = false

    /// All places in order, those that overlap joined, tokens left as they are.
    func findings(in bytes: [UInt8]) -> [Finding] {
        var found = automaton.matches(in: bytes).map {
            Finding(range: $0.range, secret: values[$0.value])
        }
        found += ShapeScan.findings(in: bytes)
        for pattern in patterns {
            found += pattern.ranges(in: bytes).map { Finding(range: $0) }
        }
        if hidesPersonal {
            found += PersonalScan.ranges(in: bytes).map { Finding(range: $0) }
        }
        return joined(found, in: bytes)
    }

    /// Joins what overlaps; what one finding covers alone keeps its secret.
    private func joined(_ found: [Finding], in bytes: [UInt8]) -> [Finding] {
        let sorted =
            found
            .filter {
                !$0.range.isEmpty
                    && RedactionMap.tokenLength(at: $0.range.lowerBound, in: bytes) == nil
            }
            .sorted {
                // A known value first where two cover the same.
                ($0.range.lowerBound, -$0.range.upperBound, $0.secret == nil ? 1 : 0)
                    < ($1.range.lowerBound, -$1.range.upperBound, $1.secret == nil ? 1 : 0)
            }
        return sorted.reduce(into: []) { joined, finding in
            guard let last = joined.last, finding.range.lowerBound < last.range.upperBound else {
                joined.append(finding)
                return
            }
            if finding.range.upperBound > last.range.upperBound {
                joined[joined.count - 1] = Finding(
                    range: last.range.lowerBound..<finding.range.upperBound)
            }
        }
    }
}
