/// The thesaurus, ready to be asked; made at the first question.
struct ThesaurusLookup: Sendable {
    /// Another way of saying what a query says.
    struct Expansion: Sendable {
        /// The other words joined and stemmed, as the index joins neighbours.
        var joinedStem: [UInt8]
        /// How much it counts.
        var weight: Float
    }

    /// A member of a group: one word, or several in order.
    private struct Member: Sendable {
        /// Where its words start in `words`.
        var start: Int
        /// How many words it has.
        var count: Int
        /// The number of its words' join, stemmed.
        var joined: Int
        /// The number of its group.
        var group: Int
        /// The next member with the same first word, or -1.
        var next: Int
    }

    /// No member has more words.
    private static let longestMember = 5

    /// The thesaurus of the shipped tables.
    static let standard = ThesaurusLookup(
        tables: [
            (Thesaurus.synonyms, Tuning.synonymWeight), (Thesaurus.related, Tuning.relatedWeight),
        ])

    /// The stems of all members' words and of their joins.
    private(set) var vocabulary = Vocabulary(capacity: 4096)
    private var members: [Member] = []
    /// The words of all members, one member after the other, as numbers of the vocabulary.
    private var words: [Int] = []
    /// For each group its first member's place; the groups' members lie one after the other.
    private var groupStarts: [Int] = []
    private var groupWeights: [Float] = []
    /// For each word of the vocabulary the last member that starts with it, or -1.
    private var heads: [Int] = []

    /// Makes a thesaurus from tables of groups, each with the weight of its expansions.
    init(tables: [(text: StaticString, weight: Float)]) {
        var stemmer = Stemmer()
        for (text, weight) in tables {
            text.withUTF8Buffer { bytes in
                var isNewGroup = true
                var start = 0
                for index in 0...bytes.count {
                    let byte = index < bytes.count ? bytes[index] : UInt8(ascii: "\n")
                    guard byte == UInt8(ascii: "\n") || byte == UInt8(ascii: ",") else { continue }
                    if isNewGroup {
                        groupStarts.append(members.count)
                        groupWeights.append(weight)
                    }
                    addMember(UnsafeBufferPointer(rebasing: bytes[start..<index]), &stemmer)
                    isNewGroup = byte == UInt8(ascii: "\n")
                    start = index + 1
                }
            }
        }
    }

    private mutating func addMember(
        _ text: UnsafeBufferPointer<UInt8>, _ stemmer: inout Stemmer
    ) {
        let start = words.count
        var joined: [UInt8] = []
        Tokenizer.forEachToken(in: text) { token in
            guard token.kind != .whole else { return }
            let word = UnsafeBufferPointer(rebasing: text[token.start..<token.end])
            joined.append(contentsOf: word)
            words.append(stemmer.stem(word).withUnsafeBufferPointer { vocabulary.intern($0) })
        }
        guard start < words.count else { return }
        let head = words[start]
        var whole = head
        if words.count - start > 1 {
            whole = stemmer.stem(joined).withUnsafeBufferPointer { vocabulary.intern($0) }
        }
        while heads.count < vocabulary.count { heads.append(-1) }
        members.append(
            Member(
                start: start, count: words.count - start, joined: whole,
                group: groupStarts.count - 1, next: heads[head]))
        heads[head] = members.count - 1
    }

    /// Whether any member has a word of this stem.
    func knows(_ stem: [UInt8]) -> Bool { vocabulary.number(of: stem) != nil }

    /// The expansions of the longest member that the stems start with, and how many it takes.
    func expansions(at stems: ArraySlice<[UInt8]>) -> (length: Int, expansions: [Expansion]) {
        guard let first = stems.first, let head = vocabulary.number(of: first) else {
            return (0, [])
        }
        let numbers = stems.prefix(Self.longestMember).map { vocabulary.number(of: $0) ?? -1 }
        var matching: [Int] = []
        var place = heads[head]
        while place >= 0 {
            let member = members[place]
            if numbers.starts(with: words[member.start..<member.start + member.count]) {
                matching.append(place)
            }
            place = member.next
        }
        let length = matching.map { members[$0].count }.max() ?? 0
        let longest = matching.filter { members[$0].count == length }
        return (length, longest.reversed().flatMap(others))
    }

    private func others(than place: Int) -> [Expansion] {
        let group = members[place].group
        let end = group + 1 < groupStarts.count ? groupStarts[group + 1] : members.count
        return (groupStarts[group]..<end).compactMap { other in
            guard other != place else { return nil }
            return Expansion(
                joinedStem: vocabulary.word(members[other].joined), weight: groupWeights[group])
        }
    }
}
