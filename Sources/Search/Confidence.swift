#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

/// How sure it is that an entry answers a query: a logistic regression over a few features.
struct Confidence {
    /// Below this an entry is no answer but the nearest there is.
    static let threshold = 0.63

    /// The share of the query's information that the entry has.
    var coverage: Float
    /// The share that any entry of the same system has.
    var systemCoverage: Float
    /// The share of the title that the query has.
    var titleCoverage: Float
    /// How far it leads the second entry, from 0 to 1.
    var margin: Float
    /// How many telling words both have.
    var matches: Int
    /// How well a signature agrees, from 0 to 1.
    var signature: Float

    /// The confidence, from 0 to 1.
    var value: Double {
        var evidence: Float = -7.25
        evidence += 3.8 * coverage
        evidence += 7.1 * systemCoverage
        evidence += 3.6 * titleCoverage
        evidence += 1.7 * margin
        evidence += 0.42 * Float(min(matches, 5))
        evidence += 1.5 * signature
        // A query that is an error message and nothing else leaves no doubt.
        if signature == 1 { evidence = max(evidence, 2.5) }
        return 1 / (1 + exp(-Double(evidence)))
    }
}
