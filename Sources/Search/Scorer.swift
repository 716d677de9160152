/// Scores documents for the terms of a query: BM25 over weighted fields, with alternatives.
struct Scorer {
    /// What the terms come to for one document.
    struct Score {
        /// The document's number.
        var document: Int
        /// How well it fits.
        var value: Float = 0
        /// How much of the query's information the document has.
        var covered: Float = 0
    }

    private let index: TermIndex
    private let inverseFrequency: InverseFrequency
    /// For each document the number of its system.
    private let systems: [Int32]

    /// What the term at hand is worth to each document; reset after each term, as are the next two.
    private var contribution: [Float]
    /// How surely each document has the term at hand.
    private var strength: [Float]
    /// How surely each document has it in a prominent field.
    private var prominence: [Float]
    private var touched: [Int] = []

    private let systemCount: Int
    /// The scores so far, one a document.
    private(set) var scores: [Score]

    /// Makes a scorer for an index, given the system of each document.
    init(index: TermIndex, systems: [Int32], systemCount: Int) {
        self.index = index
        self.systems = systems
        let count = index.documentCount
        inverseFrequency = InverseFrequency(documentCount: count)
        self.systemCount = systemCount
        contribution = Array(repeating: 0, count: count)
        strength = contribution
        prominence = contribution
        scores = (0..<count).map { Score(document: $0) }
    }

    /// Adds what one term of the query is worth to every document.
    mutating func add(_ term: QueryTerm) {
        for alternative in term.alternatives { collect(alternative, of: term) }
        addSystemShare(of: term)
        for document in touched {
            scores[document].value += contribution[document]
            if !term.isBonus {
                // A code is as telling in a detail as in a title.
                let share = term.importance > 1 ? 1 : Tuning.detailCoverage
                let explained = max(
                    prominence[document], share * strength[document])
                scores[document].covered += term.information * explained
            }
            contribution[document] = 0
            strength[document] = 0
            prominence[document] = 0
        }
        touched.removeAll(keepingCapacity: true)
    }

    private mutating func collect(_ alternative: QueryTerm.Alternative, of term: QueryTerm) {
        let rarity = inverseFrequency.of(index.documentCount(of: alternative.term))
        let factor = alternative.weight * term.importance * rarity
        index.forEachPosting(of: alternative.term) { posting in
            let document = Int(posting.document)
            let value = factor * posting.weight / (posting.weight + Tuning.saturation)
            if contribution[document] == 0 { touched.append(document) }
            let larger = max(contribution[document], value)
            let smaller = min(contribution[document], value)
            contribution[document] = larger + Tuning.echoWeight * smaller
            strength[document] = max(strength[document], alternative.weight)
            if posting.isProminent {
                prominence[document] = max(prominence[document], alternative.weight)
            }
        }
    }

    /// Lets the words of a system speak for its entries: a query full of the words of one runbook
    /// is about that system.
    private mutating func addSystemShare(of term: QueryTerm) {
        guard !term.isBonus, !touched.isEmpty else { return }
        var best = [Float](repeating: 0, count: systemCount)
        for document in touched {
            let system = Int(systems[document])
            best[system] = max(best[system], strength[document])
        }
        let having = best.reduce(0) { $0 + ($1 > 0 ? 1 : 0) }
        let rarity = InverseFrequency(documentCount: best.count).of(having)
        let factor = Tuning.systemWeight * term.importance * rarity
        for document in scores.indices {
            scores[document].value += factor * best[Int(systems[document])]
        }
    }
}
