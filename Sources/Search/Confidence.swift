#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

/// How sure it is that an entry answers a query: a logistic regression over two features.
///
/// The constants were fitted by maximum likelihood, with a little weight decay, to some five hundred
/// questions that an entry answers and a hundred and fifty that none does, in five collections by
/// different authors, each collection weighed by a fit to the other four: 5 to 7 of 100 unanswerable
/// ones reach what 95 of 100 answerable ones do. More features (how much of the title the query has,
/// the lead over the second entry, how many words match) did no better there, so they are not here.
struct Confidence {
    /// Below this an entry is no answer but the nearest there is.
    static let threshold = 0.5

    /// What the entry is ranked by, in units of what a word tells that one entry alone has.
    var fit: Float
    /// The share of the query's information that no entry has anything of, from 0 to 1.
    var unknown: Float
    /// Whether the query is an error message of the entry and nothing else.
    var isExactSignature: Bool

    /// The confidence, from 0 to 1.
    var value: Double {
        var evidence = 4.1 * log(0.02 + Double(max(fit, 0))) - 1.8 * Double(unknown) + 3.5
        // Such a message leaves no doubt.
        if isExactSignature { evidence = max(evidence, 2.5) }
        return 1 / (1 + exp(-evidence))
    }
}
