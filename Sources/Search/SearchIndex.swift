import Catalog

/// Finds the entries of runbooks that fit a symptom in a person's own words.
public struct SearchIndex: Sendable {
    private let entries: [Entry]
    /// The words of the entries.
    let index: TermIndex
    private let systems: [Int32]
    private let systemCount: Int

    /// Entries with a smaller share of the best score are not worth a line.
    private static let faintestShare = 0.1
    /// Longer queries are cut here, in bytes: nobody types them.
    private static let longestQuery = 16384

    /// Indexes the entries; their order decides between entries that fit equally well.
    public init(entries: [Entry]) { self.init(entries, TermIndex(), adding: entries.count) }

    /// Indexes entries in front of others that are indexed already; what is found is what
    /// ``init(entries:)`` would find in all of them.
    ///
    /// - Parameters:
    ///   - entries: The entries to index.
    ///   - prepared: The terms of the others.
    ///   - others: The entries that the terms were prepared of. Where they are not as many, they are
    ///     indexed, too.
    public init(entries: [Entry], before others: [Entry], _ prepared: PreparedTerms?) {
        guard let prepared, prepared.documentCount == others.count else {
            self.init(entries: entries + others)
            return
        }
        self.init(
            entries + others, TermIndex(prepared, behind: entries.count), adding: entries.count)
    }

    /// Adds the first of the entries to an index that has the others.
    private init(_ entries: [Entry], _ index: TermIndex, adding count: Int) {
        var builder = IndexBuilder(index)
        for entry in entries.prefix(count) { builder.add(entry) }
        var numbers: [String: Int32] = [:]
        var systems: [Int32] = []
        for entry in entries {
            let number = numbers[entry.system] ?? Int32(truncatingIfNeeded: numbers.count)
            numbers[entry.system] = number
            systems.append(number)
        }
        self.entries = entries
        self.index = builder.index
        self.systems = systems
        systemCount = numbers.count
    }

    /// The entries that answer a query with confidence, or else the nearest, best first.
    public func search(_ query: String, limit: Int = 10) -> SearchResult {
        let ranked = ranking(of: query, limit: max(0, limit))
        guard let best = ranked.first, best.confidence >= Confidence.threshold else {
            return SearchResult(query: query, matches: [], nearest: ranked)
        }
        let matches = ranked.filter { $0.score >= best.score * Self.faintestShare }
        return SearchResult(query: query, matches: matches, nearest: [])
    }

    /// The same result, each entry with the reasons why it was found.
    public func explaining(_ result: SearchResult) -> SearchResult {
        let explanation = Explanation(of: result.query, index: index)
        func explained(_ match: SearchMatch) -> SearchMatch {
            var match = match
            match.reasons = explanation.reasons(for: match.entry)
            return match
        }
        var result = result
        result.matches = result.matches.map(explained)
        result.nearest = result.nearest.map(explained)
        return result
    }

    /// The best entries with their scores and confidences, best first.
    func ranking(of query: String, limit: Int) -> [SearchMatch] {
        let query = String(decoding: query.utf8.prefix(Self.longestQuery), as: UTF8.self)
        let terms = QueryAnalysis(query, index: index).terms
        var scorer = Scorer(index: index, systems: systems, systemCount: systemCount)
        for term in terms { scorer.add(term) }
        let weighty = terms.filter { !$0.isBonus }
        let information = weighty.reduce(0) { $0 + $1.information }
        let unknown = weighty.reduce(0) { $0 + ($1.alternatives.isEmpty ? $1.information : 0) }
        let candidates = candidates(scorer.scores, query: query, information: information)
        let rarest = InverseFrequency(documentCount: index.documentCount).ofUnknown
        // Exact signatures stand first whatever their words come to, and the scores shall say so.
        let ceiling = candidates.first { !$0.signature.isExact }?.rank ?? 0
        return candidates.prefix(limit).map { candidate in
            let confidence = Confidence(
                fit: candidate.rank / rarest, unknown: unknown / max(information, 0.01),
                isExactSignature: candidate.signature.isExact)
            return SearchMatch(
                entry: entries[candidate.score.document],
                score: Double(candidate.rank + (candidate.signature.isExact ? ceiling : 0)),
                confidence: confidence.value)
        }
    }

    /// Every entry that has anything of the query, best first.
    private func candidates(
        _ scores: [Scorer.Score], query: String, information: Float
    ) -> [Candidate] {
        let message = Signature.normalised(query)
        let signature = Signature(normalised: message)
        return scores.compactMap { score -> Candidate? in
            let entry = entries[score.document]
            let match = SignatureMatch(query: message, querySignature: signature, entry: entry)
            guard score.value > 0 || match.strength > 0 else { return nil }
            return Candidate(score, signature: match, entry: entry, information: information)
        }.sorted { $0.isBetter(than: $1) }
    }
}
