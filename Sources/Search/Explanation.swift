import Catalog

/// Tells which words of a query an entry was found by, and where it has them.
struct Explanation {
    private let index: TermIndex
    private let terms: [QueryTerm]
    private let query: String

    /// Prepares to explain what a query finds in an index.
    init(of query: String, index: TermIndex) {
        self.index = index
        self.query = query
        terms = QueryAnalysis(query, index: index).terms
    }

    /// What an entry has of a term.
    private struct Place {
        /// The word as the entry has it, in small letters.
        var word: String
        /// Whether it is one word there, not several that come to it.
        var isWritten = false
        /// The names of its fields that have it, in order.
        var fields: [String]
    }

    /// The reasons for an entry: a signature first, then each word of the query in order.
    func reasons(for entry: Entry) -> [SearchReason] {
        let places = places(in: entry)
        return signatureReasons(for: entry) + terms.compactMap { reason(for: $0, places) }
    }

    private func reason(for term: QueryTerm, _ places: [Int: Place]) -> SearchReason? {
        let typed = String(decoding: term.surface, as: UTF8.self)
        let best = term.alternatives.filter { places[$0.term] != nil }
            .max { $0.weight < $1.weight }
        guard let best, let place = places[best.term] else {
            // What only adds to a score, such as neighbours, is missed by nobody.
            return term.isBonus ? nil : SearchReason(typed: typed, found: nil, fields: [])
        }
        return term.isBonus && !typed.contains { "._-/:@".contains($0) }
            ? nil : SearchReason(typed: typed, found: place.word, fields: place.fields)
    }

    /// Every term of an entry that the query asks for, with its places.
    private func places(in entry: Entry) -> [Int: Place] {
        let wanted = Set(terms.flatMap(\.alternatives).map(\.term))
        var places: [Int: Place] = [:]
        var reader = EntryTerms()
        SearchField.forEachText(of: entry) { text, field in
            reader.forEach(in: text, joining: field.isProminent) { word, found in
                guard let number = index.vocabulary.number(of: word) else { return }
                let term = index.stem(of: number)
                guard wanted.contains(term) else { return }
                let shown = Self.text(of: word, found)
                var place = places[term] ?? Place(word: shown, fields: [])
                if found.origin == .written, !place.isWritten {
                    place.word = shown
                    place.isWritten = true
                }
                if !place.fields.contains(field.name) { place.fields.append(field.name) }
                places[term] = place
            }
        }
        return places
    }

    /// A term as a person would write it: `nosound` as `no sound`.
    private static func text(
        of word: UnsafeBufferPointer<UInt8>, _ found: EntryTerms.Found
    ) -> String {
        var bytes = Array(word)
        for place in [found.breaks.1, found.breaks.0] where place > 0 && place < bytes.count {
            bytes.insert(0x20, at: place)
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private func signatureReasons(for entry: Entry) -> [SearchReason] {
        let message = Signature.normalised(query)
        let match = SignatureMatch(
            query: message, querySignature: Signature(normalised: message), entry: entry)
        guard let text = match.text else { return [] }
        return [
            SearchReason(
                typed: String(decoding: message, as: UTF8.self), found: text,
                fields: [SearchField.signatures.name])
        ]
    }
}
