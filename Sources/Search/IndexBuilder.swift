import Catalog

/// Builds a term index from entries, one document an entry.
struct IndexBuilder {
    /// The index so far.
    private(set) var index: TermIndex

    /// The weight of each term within the entry at hand; 0 where it does not occur.
    private var weights: [Float] = []
    private var prominent: [Bool] = []
    private var touched: [Int] = []
    /// The terms of the field at hand.
    private var found: [(term: Int, weight: Float)] = []
    /// How many words the field at hand has.
    private var length = 0
    private var terms = EntryTerms()

    /// Starts with the documents of an index; a document an entry is added.
    init(_ index: TermIndex = TermIndex()) { self.index = index }

    /// Adds an entry.
    mutating func add(_ entry: Entry) {
        var field = SearchField.title
        SearchField.forEachText(of: entry) { text, next in
            if next != field { finish(field) }
            field = next
            collect(text, joining: next.isProminent)
        }
        finish(field)
        index.beginDocument()
        for term in touched {
            index.addPosting(of: term, weight: weights[term], isProminent: prominent[term])
            weights[term] = 0
            prominent[term] = false
        }
        touched.removeAll(keepingCapacity: true)
    }

    /// Adds what was found in a field to the weights of the entry.
    private mutating func finish(_ field: SearchField) {
        let influence = SearchField.lengthInfluence
        let normaliser = 1 - influence + influence * Float(length) / field.usualLength
        let weight = field.weight / max(normaliser, 0.5)
        while weights.count < index.vocabulary.count {
            weights.append(0)
            prominent.append(false)
        }
        for (term, share) in found {
            if weights[term] == 0 { touched.append(term) }
            weights[term] += weight * share
            if field.isProminent { prominent[term] = true }
        }
        found.removeAll(keepingCapacity: true)
        length = 0
    }

    /// Collects the terms of a text in `found` and counts its words.
    private mutating func collect(_ text: String, joining: Bool) {
        // Taken out, so that what is called back may change the rest.
        var terms = EntryTerms()
        swap(&terms, &self.terms)
        defer { swap(&terms, &self.terms) }
        terms.forEach(in: text, joining: joining) { word, term in
            found.append((index.intern(word, origin: term.origin), term.share))
            if term.isCounted { length += 1 }
        }
    }
}
