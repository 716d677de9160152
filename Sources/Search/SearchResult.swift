import Catalog

/// What a search for a symptom found.
public struct SearchResult: Sendable {
    /// The query as given.
    public var query: String
    /// The entries that answer it with confidence, best first; empty where none does.
    public var matches: [SearchMatch]
    /// The nearest entries otherwise, best first, at most three.
    public var nearest: [SearchMatch]

    /// Makes a result.
    public init(query: String, matches: [SearchMatch], nearest: [SearchMatch]) {
        self.query = query
        self.matches = matches
        self.nearest = nearest
    }
}

/// One entry that a search found.
public struct SearchMatch: Sendable {
    /// The entry.
    public var entry: Entry
    /// How well it fits; comparable within one search only.
    public var score: Double
    /// How sure it is that the entry answers the query, from 0 to 1.
    public var confidence: Double

    /// Makes a match.
    public init(entry: Entry, score: Double, confidence: Double) {
        self.entry = entry
        self.score = score
        self.confidence = confidence
    }
}
