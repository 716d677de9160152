/// The numbers that ranking depends on, found by measuring many queries together.
///
/// Each was moved on its own until the mean reciprocal rank fell; none is sharp to the second digit.
enum Tuning {
    /// How fast further occurrences of a word stop counting (`k1` of BM25, in field weights).
    static let saturation: Float = 12
    /// What a whole identifier counts beyond its parts.
    static let wholeWeight: Float = 1.8
    /// What a pair of neighbours counts beyond its words.
    static let pairWeight: Float = 1.2
    /// What a word counts that another way of saying it has, by the thesaurus.
    static let synonymWeight: Float = 0.8
    /// What a word counts that is merely related by the thesaurus.
    static let relatedWeight: Float = 0.45
    /// What a single word counts of a phrase that the thesaurus takes as one.
    static let phrasePartWeight: Float = 0.5
    /// What a word counts that shares most of its letters.
    static let familyWeight: Float = 0.65
    /// What each half of a word counts that was written as one.
    static let halfWeight: Float = 0.6
    /// What second-best ways of saying a word count where an entry has several.
    static let echoWeight: Float = 0.15
    /// What a word counts that other entries of the same system have.
    static let systemWeight: Float = 0.08
    /// What a byte of a signature counts that the query has, too.
    static let signatureWeight: Float = 0.08
    /// How many bytes of a signature count at most.
    static let longestSignature = 40
    /// What an entry of the general runbook counts beside one that knows the system.
    static let generalWeight: Float = 0.65

    /// How much of a query a word is that sets the scene.
    static let weakImportance: Float = 0.3
    /// How much of a query a part of a name in mixed case is that no entry has whole.
    static let partImportance: Float = 0.5
    /// How much of a query a single letter or digit is.
    static let letterImportance: Float = 0.3
    /// How much of a query a code is that some entry has.
    static let codeImportance: Float = 1.8
    /// How much of a query a number is that no entry has: an id or a time, mostly.
    static let unknownCodeImportance: Float = 0.5
    /// How far a word in the details of an entry explains a query, beside one in its title.
    static let detailCoverage: Float = 0.6
}
