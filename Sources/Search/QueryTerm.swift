/// One thing a query says, with every way of saying it that the index knows.
struct QueryTerm {
    /// A term of the index that says it.
    struct Alternative {
        /// The term's number.
        var term: Int
        /// How much it counts, from 0 to 1; 1 is the word as typed.
        var weight: Float
    }

    /// The word or words as typed, in small letters.
    var surface: [UInt8]
    /// The ways of saying it, none where the index knows nothing of it.
    var alternatives: [Alternative] = []
    /// How much of what the query says it is, compared with other words of the same rarity.
    var importance: Float = 1
    /// How much the query tells with it: its importance by its rarity.
    var information: Float = 0
    /// Whether it is a bonus only, so that missing it is no want: a whole identifier, a pair of
    /// neighbours.
    var isBonus = false

    /// Adds a way of saying it, or raises its weight.
    mutating func add(_ term: Int, weight: Float) {
        if let known = alternatives.firstIndex(where: { $0.term == term }) {
            alternatives[known].weight = max(alternatives[known].weight, weight)
        } else {
            alternatives.append(Alternative(term: term, weight: weight))
        }
    }
}
