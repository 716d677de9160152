import Catalog

/// One entry in the running for a query.
struct Candidate {
    /// What the words of the query come to.
    var score: Scorer.Score
    /// What the signatures of the entry come to.
    var signature: SignatureMatch
    /// What it is ranked by among those whose signature is the query, and among the others.
    var rank: Float

    /// The system of the runbook for systems that have none of their own.
    private static let generalSystem = "general"

    /// Ranks an entry; `information` is all that the query tells.
    init(
        _ score: Scorer.Score, signature: SignatureMatch, entry: Entry, information: Float
    ) {
        self.score = score
        self.signature = signature
        var rank = score.value
        if information > 0 { rank *= min(1, score.covered / information) }
        if entry.system == Self.generalSystem { rank *= Tuning.generalWeight }
        let shared = min(signature.literalCount, Tuning.longestSignature)
        rank += signature.strength * Float(shared) * Tuning.signatureWeight
        self.rank = rank
    }

    /// Whether it stands before another; the earlier entry does where both fit equally well.
    func isBetter(than other: Candidate) -> Bool {
        if signature.isExact != other.signature.isExact { return signature.isExact }
        if rank != other.rank { return rank > other.rank }
        return score.document < other.score.document
    }
}
