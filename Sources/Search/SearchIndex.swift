import Catalog

/// Finds the entries of runbooks that fit a symptom in a person's own words.
public struct SearchIndex: Sendable {
    private let entries: [Entry]
    /// The words of the entries.
    let index: TermIndex
    private let titleTerms: [[Int32]]
    private let systems: [Int32]
    private let systemCount: Int

    /// How many entries are named where none answers with confidence.
    private static let nearestCount = 3
    /// Entries with a smaller share of the best score are not worth a line.
    private static let faintestShare = 0.1
    /// Longer queries are cut here, in bytes: nobody types them.
    private static let longestQuery = 16384

    /// Indexes the entries; their order decides between entries that fit equally well.
    public init(entries: [Entry]) {
        var builder = IndexBuilder()
        var numbers: [String: Int32] = [:]
        var systems: [Int32] = []
        for entry in entries {
            builder.add(entry)
            let number = numbers[entry.system] ?? Int32(truncatingIfNeeded: numbers.count)
            numbers[entry.system] = number
            systems.append(number)
        }
        self.entries = entries
        index = builder.index
        titleTerms = builder.titleTerms
        self.systems = systems
        systemCount = numbers.count
    }

    /// The entries that answer a query with confidence, or else the nearest three.
    public func search(_ query: String, limit: Int = 10) -> SearchResult {
        let ranked = ranking(of: query, limit: max(limit, Self.nearestCount))
        guard let best = ranked.first, best.confidence >= Confidence.threshold else {
            return SearchResult(
                query: query, matches: [], nearest: Array(ranked.prefix(Self.nearestCount)))
        }
        let matches = ranked.prefix(max(0, limit)).filter {
            $0.score >= best.score * Self.faintestShare
        }
        return SearchResult(query: query, matches: matches, nearest: [])
    }

    /// The best entries with their scores and confidences, best first.
    func ranking(of query: String, limit: Int) -> [SearchMatch] {
        let query = String(decoding: query.utf8.prefix(Self.longestQuery), as: UTF8.self)
        let terms = QueryAnalysis(query, index: index).terms
        var scorer = Scorer(index: index, systems: systems, systemCount: systemCount)
        for term in terms { scorer.add(term) }
        let information = terms.reduce(0) { $0 + ($1.isBonus ? 0 : $1.information) }
        let candidates = candidates(scorer.scores, query: query, information: information)
        // Exact signatures stand first whatever their words come to, and the scores shall say so.
        let ceiling = candidates.first { !$0.signature.isExact }?.rank ?? 0
        return candidates.prefix(limit).enumerated().map { place, candidate in
            let document = candidate.score.document
            let rival = place == 0 ? candidates.dropFirst().first : candidates.first
            let confidence = Confidence(
                coverage: candidate.score.covered / max(information, 0.01),
                systemCoverage: scorer.systemCovered[Int(systems[document])]
                    / max(information, 0.01),
                titleCoverage: titleCoverage(document, terms),
                margin: margin(of: candidate, over: rival), matches: candidate.score.matches,
                signature: candidate.signature.isExact ? 1 : candidate.signature.strength * 0.5)
            return SearchMatch(
                entry: entries[document],
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

    /// How far an entry leads a rival, from 0 to 1; 0 where it is behind.
    private func margin(of candidate: Candidate, over rival: Candidate?) -> Float {
        guard candidate.rank > 0 else { return 0 }
        return max(0, candidate.rank - (rival?.rank ?? 0)) / candidate.rank
    }

    /// The share of what a title says that the query says, too.
    private func titleCoverage(_ document: Int, _ terms: [QueryTerm]) -> Float {
        var strengths: [Int: Float] = [:]
        for term in terms where !term.isBonus {
            for alternative in term.alternatives {
                strengths[alternative.term] = max(
                    strengths[alternative.term] ?? 0, alternative.weight)
            }
        }
        let inverseFrequency = InverseFrequency(documentCount: index.documentCount)
        var total: Float = 0.01
        var shared: Float = 0
        for term in titleTerms[document].map(Int.init) {
            let rarity = inverseFrequency.of(Int(index.documentCounts[term]))
            total += rarity
            shared += rarity * (strengths[term] ?? 0)
        }
        return shared / total
    }
}
