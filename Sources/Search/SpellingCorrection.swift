/// Finds the known words that someone most likely meant by an unknown one.
///
/// Known are the words of the index and those of the thesaurus. Words are compared by the optimal
/// string alignment distance: a swap of neighbouring letters is one mistake.
struct SpellingCorrection {
    /// A known word and how much it counts in the place of the typed one.
    struct Correction {
        /// The word.
        var word: [UInt8]
        /// How much it counts, below 1.
        var weight: Float
    }

    private let index: TermIndex
    private let thesaurus: ThesaurusLookup
    /// The words of the thesaurus, known from the first question on.
    private lazy var vocabulary = thesaurus.vocabulary()

    /// Words beyond this many bytes are not corrected.
    private static let longestWord = 32
    /// Shorter stems are compared as whole words only: they have too many neighbours.
    private static let shortestStem = 6
    /// At most so many corrections are tried.
    private static let mostCorrections = 3

    /// Makes a correction towards the words of an index and a thesaurus.
    init(index: TermIndex, thesaurus: ThesaurusLookup) {
        self.index = index
        self.thesaurus = thesaurus
    }

    /// Whether the thesaurus has a word of this stem.
    mutating func knows(_ stem: [UInt8]) -> Bool { vocabulary.number(of: stem) != nil }

    /// How many mistakes a word of so many letters may have.
    static func allowance(for length: Int) -> Int { length < 4 ? 0 : length < 8 ? 1 : 2 }

    /// The nearest known words, at most three, all with equally many mistakes.
    mutating func corrections(of word: [UInt8]) -> [Correction] {
        let allowed = Self.allowance(for: word.count)
        guard allowed > 0, word.count <= Self.longestWord, word.allSatisfy(\.isASCIILowercase)
        else { return [] }
        var stemmer = Stemmer()
        let stem = stemmer.stem(word)
        var search = NearestWords(word: word, allowed: allowed)
        var stemSearch = NearestWords(
            word: stem,
            allowed: stem.count < Self.shortestStem ? 0 : Self.allowance(for: stem.count))
        for number in 0..<index.vocabulary.count {
            let origin = index.origin(of: number)
            if origin.contains(.written) {
                search.offer(index.vocabulary, number)
            }
            if origin.contains(.stem), index.documentCount(of: number) > 0 {
                stemSearch.offer(index.vocabulary, number)
            }
        }
        for number in 0..<vocabulary.count {
            stemSearch.offer(vocabulary, number)
        }
        let best = min(search.distance, stemSearch.distance)
        guard best <= allowed, best > 0 else { return [] }
        let candidates =
            (search.distance == best ? search.words : [])
            + (stemSearch.distance == best ? stemSearch.words : [])
        return candidates.sorted { commonHead($0, word) > commonHead($1, word) }
            .prefix(Self.mostCorrections)
            .map { Correction(word: $0, weight: weight(of: $0, for: word, mistakes: best)) }
    }

    private func commonHead(_ left: [UInt8], _ right: [UInt8]) -> Int {
        zip(left, right).prefix { $0 == $1 }.count
    }

    private func weight(of known: [UInt8], for word: [UInt8], mistakes: Int) -> Float {
        // A short word has many neighbours: its correction is a guess.
        let weight: Float =
            switch (mistakes, word.count) {
            case (1, ...4): 0.5
            case (1, 5): 0.65
            case (1, 6...7): 0.8
            case (1, _): 0.85
            default: 0.7
            }
        return known.first == word.first ? weight : weight * 0.6
    }

    /// The terms whose stems share most letters with a stem, from the first letter on, in order of
    /// their letters.
    ///
    /// - Parameter stem: A stem of at least three letters.
    func family(of stem: [UInt8]) -> [Int] {
        var members: [Int] = []
        for number in index.vocabulary.candidates(beginning: Array(stem.prefix(3)))
        where index.documentCount(of: number) > 0 && index.origin(of: number).contains(.stem) {
            let isMember = index.vocabulary.withBytes(of: number) { known -> Bool in
                guard known.count >= 4, known[0] == stem[0], known[1] == stem[1],
                    known[2] == stem[2]
                else { return false }
                let longer = max(known.count, stem.count)
                let shorter = min(known.count, stem.count)
                guard shorter >= 5, longer - shorter <= 4, known.count != stem.count || longer > 6
                else { return false }
                var common = 3
                while common < shorter, known[common] == stem[common] { common += 1 }
                return common < longer && common * 4 >= longer * 3 && common >= shorter - 1
            }
            if isMember { members.append(number) }
        }
        // Their order decides how much each adds, and the order of indexing shall not.
        return members.sorted {
            index.vocabulary.word($0).lexicographicallyPrecedes(index.vocabulary.word($1))
        }
    }
}
