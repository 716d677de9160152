/// The thesaurus, ready to be asked.
///
/// Nothing is stemmed before somebody asks: a question looks only at the members that begin with the
/// same two letters, and one process asks hardly more than one question. (A stem keeps the first two
/// letters of its word but in `dying`, `lying` and `tying`: tables have their base forms.)
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
        /// Its text, as offsets into the table.
        var text: Range<Int>
        /// The number of its group.
        var group: Int
        /// The next member that begins with the same letters, or -1.
        var next: Int
    }

    /// Members with the same weight that mean the same.
    private struct Group: Sendable {
        /// The table it stands in.
        var table: StaticString
        var weight: Float
        /// Where its members start; they lie one after the other.
        var start: Int
    }

    /// The thesaurus of the shipped tables.
    static let standard = ThesaurusLookup(
        tables: Thesaurus.synonyms.map { ($0, Tuning.synonymWeight) }
            + [(Thesaurus.related, Tuning.relatedWeight)])

    private var members: [Member] = []
    private var groups: [Group] = []
    /// For each pair of first letters the last member that begins so, or -1.
    private var heads = [Int](repeating: -1, count: 27 * 27)

    /// Makes a thesaurus from tables of groups, each with the weight of its expansions.
    init(tables: [(text: StaticString, weight: Float)]) {
        members.reserveCapacity(3000)
        for (text, weight) in tables {
            text.withUTF8Buffer { bytes in
                var isNewGroup = true
                var start = 0
                for index in 0...bytes.count {
                    let byte = index < bytes.count ? bytes[index] : UInt8(ascii: "\n")
                    guard byte == UInt8(ascii: "\n") || byte == UInt8(ascii: ",") else { continue }
                    if isNewGroup {
                        groups.append(Group(table: text, weight: weight, start: members.count))
                    }
                    while start < index, bytes[start] == 0x20 { start += 1 }
                    addMember(start..<index, UnsafeBufferPointer(rebasing: bytes[start..<index]))
                    isNewGroup = byte == UInt8(ascii: "\n")
                    start = index + 1
                }
            }
        }
    }

    private mutating func addMember(
        _ range: Range<Int>, _ text: UnsafeBufferPointer<UInt8>
    ) {
        guard !range.isEmpty else { return }
        let head = Self.head(of: text)
        members.append(Member(text: range, group: groups.count - 1, next: heads[head]))
        heads[head] = members.count - 1
    }

    /// The place of a word's first two letters in `heads`; what is no letter counts as one.
    private static func head(of word: some Collection<UInt8>) -> Int {
        func number(_ byte: UInt8?) -> Int {
            guard let byte, byte.isASCIILowercase else { return 0 }
            return Int(byte - UInt8(ascii: "a")) + 1
        }
        return number(word.first) * 27 + number(word.dropFirst().first)
    }

    // MARK: Questions

    /// The expansions of the longest member that the stems start with, and how many it takes.
    func expansions(at stems: ArraySlice<[UInt8]>) -> (length: Int, expansions: [Expansion]) {
        guard let first = stems.first else { return (0, []) }
        var stemmer = Stemmer()
        var matching: [(place: Int, length: Int)] = []
        var place = heads[Self.head(of: first)]
        while place >= 0 {
            let length = matchedLength(of: place, with: stems, &stemmer)
            if length > 0 { matching.append((place, length)) }
            place = members[place].next
        }
        let longest = matching.map(\.length).max() ?? 0
        let places = matching.filter { $0.length == longest }.map(\.place)
        return (longest, places.reversed().flatMap { others(than: $0, &stemmer) })
    }

    /// How many words a member has if the stems start with all of them; 0 otherwise.
    private func matchedLength(
        of place: Int, with stems: ArraySlice<[UInt8]>, _ stemmer: inout Stemmer
    ) -> Int {
        var rest = stems
        var length = 0
        var matches = true
        forEachWord(of: place) { word in
            guard matches else { return }
            if let next = rest.popFirst(), stemmer.stem(word) == next {
                length += 1
            } else {
                matches = false
            }
        }
        return matches ? length : 0
    }

    private func others(than place: Int, _ stemmer: inout Stemmer) -> [Expansion] {
        let group = members[place].group
        let end = group + 1 < groups.count ? groups[group + 1].start : members.count
        return (groups[group].start..<end).compactMap { other in
            guard other != place else { return nil }
            var joined: [UInt8] = []
            forEachWord(of: other) { joined.append(contentsOf: $0) }
            return Expansion(joinedStem: stemmer.stem(joined), weight: groups[group].weight)
        }
    }

    /// The stems of the words of all members, for telling typing mistakes; takes a while.
    func vocabulary() -> Vocabulary {
        var vocabulary = Vocabulary(capacity: 8192)
        var stemmer = Stemmer()
        for place in members.indices {
            forEachWord(of: place) { word in
                _ = stemmer.stem(word).withUnsafeBufferPointer { vocabulary.intern($0) }
            }
        }
        return vocabulary
    }

    private func forEachWord(of place: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Void) {
        let member = members[place]
        groups[member.group].table.withUTF8Buffer { bytes in
            let text = UnsafeBufferPointer(rebasing: bytes[member.text])
            Tokenizer.forEachToken(in: text) { token in
                guard token.kind != .whole else { return }
                body(UnsafeBufferPointer(rebasing: text[token.start..<token.end]))
            }
        }
    }
}
