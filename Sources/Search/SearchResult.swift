import Catalog

/// What a search for a symptom found.
public struct SearchResult: Sendable {
    /// The query as given.
    public var query: String
    /// The entries that answer it with confidence, best first; empty where none does.
    public var matches: [SearchMatch]
    /// The nearest entries otherwise, best first.
    public var nearest: [SearchMatch]

    /// Makes a result.
    public init(query: String, matches: [SearchMatch], nearest: [SearchMatch]) {
        self.query = query
        self.matches = matches
        self.nearest = nearest
    }

    /// The matches that fit nearly as well as the best, itself among them: who knows which is meant
    /// may choose.
    public var closeMatches: [SearchMatch] {
        guard let best = matches.first else { return [] }
        return Array(
            matches.prefix { $0.score >= best.score * Self.closeShare }.prefix(Self.mostClose))
    }

    /// A match with a smaller share of the best score is no rival of it.
    private static let closeShare = 0.75
    /// More cannot be taken in at a glance.
    private static let mostClose = 5
}

/// One entry that a search found.
public struct SearchMatch: Sendable {
    /// The entry.
    public var entry: Entry
    /// How well it fits; comparable within one search only.
    public var score: Double
    /// How sure it is that the entry answers the query, from 0 to 1.
    public var confidence: Double
    /// Which words matched where, where somebody asked for it.
    public var reasons: [SearchReason] = []

    /// Makes a match.
    public init(entry: Entry, score: Double, confidence: Double) {
        self.entry = entry
        self.score = score
        self.confidence = confidence
    }
}

/// Where a word of a query, or what stands for it, was found in an entry.
public struct SearchReason: Sendable, Hashable {
    /// What was typed, in small letters.
    public var typed: String
    /// What the entry has of it, in small letters; `nil` where it has nothing.
    public var found: String?
    /// The parts of the entry that have it, as a reader calls them.
    public var fields: [String]

    /// Makes a reason.
    public init(typed: String, found: String?, fields: [String]) {
        self.typed = typed
        self.found = found
        self.fields = fields
    }
}
