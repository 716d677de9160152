/// Turns a query into weighted terms of an index.
struct QueryAnalysis {
    /// A word of the query.
    private struct Word {
        var surface: [UInt8]
        var stem: [UInt8]
        /// How much of the query it is beside a word on its own.
        var importance: Float = 1
    }

    private let index: TermIndex
    private let inverseFrequency: InverseFrequency
    private let thesaurus: ThesaurusLookup
    private var spelling: SpellingCorrection

    /// The terms of the query.
    private(set) var terms: [QueryTerm] = []

    /// Words beyond this many are not looked at: nobody types them.
    private static let mostWords = 120

    /// Analyses a query against an index.
    init(_ query: String, index: TermIndex, thesaurus: ThesaurusLookup = .standard) {
        self.index = index
        self.thesaurus = thesaurus
        inverseFrequency = InverseFrequency(documentCount: index.documentCount)
        spelling = SpellingCorrection(index: index, thesaurus: thesaurus)
        var query = query
        let (written, wholes) = query.withUTF8 { Self.words(of: $0, in: index) }
        let words = Self.simplified(written)
        addPhrasesAndWords(words)
        addNeighbours(words)
        for whole in wholes { addBonus(whole, weight: Tuning.wholeWeight) }
        mergeRepeats()
    }

    // MARK: Words

    /// The words of a query in order, and its whole identifiers.
    private static func words(
        of text: UnsafeBufferPointer<UInt8>, in index: TermIndex
    ) -> (words: [Word], wholes: [[UInt8]]) {
        var words: [Word] = []
        var wholes: [[UInt8]] = []
        var humps: [Word] = []
        var stemmer = Stemmer()
        Tokenizer.forEachToken(in: text) { token in
            guard words.count < mostWords else { return }
            let surface = text[token.start..<token.end].map(\.asciiLowercased)
            let word = Word(surface: surface, stem: stemmer.stem(surface))
            switch token.kind {
            case .whole: wholes.append(surface)
            case .hump: humps.append(word)
            case .word, .part:
                // A name in mixed case counts by its parts only where nobody knows the whole.
                let isOneName =
                    humps.contains { $0.surface.count < 2 } || index.term(of: surface) != nil
                if humps.isEmpty || isOneName {
                    words.append(word)
                } else {
                    // `ImagePullBackOff` says little of images.
                    words += humps.map {
                        Word(
                            surface: $0.surface, stem: $0.stem, importance: Tuning.partImportance)
                    }
                }
                humps.removeAll()
            }
        }
        return (words, wholes)
    }

    /// The words with every denial as `not`.
    private static func simplified(_ words: [Word]) -> [Word] {
        Negation.simplified(words, surface: \.surface) { Word(surface: $0, stem: $0) }
    }

    private mutating func addPhrasesAndWords(_ words: [Word]) {
        let stems = words.map(\.stem)
        var position = 0
        while position < words.count {
            let (length, expansions) = thesaurus.expansions(at: stems[position...])
            if length > 1 {
                addPhrase(Array(words[position..<position + length]), expansions)
                position += length
            } else {
                addWord(words[position], expansions)
                position += 1
            }
        }
    }

    /// Adds several words that mean one thing together.
    private mutating func addPhrase(
        _ words: [Word], _ expansions: [ThesaurusLookup.Expansion]
    ) {
        var term = QueryTerm(surface: Array(words.map(\.surface).joined(separator: [0x20])))
        let content = words.filter { !StopWords.empty.contains($0.surface) }
        for word in content {
            if let known = index.term(of: word.surface) {
                term.add(known, weight: Tuning.phrasePartWeight)
            }
        }
        if let joined = index.term(of: Array(words.map(\.surface).joined())) {
            term.add(joined, weight: 1)
        }
        add(expansions, to: &term, factor: 1)
        finish(term)
    }

    private mutating func addWord(_ word: Word, _ expansions: [ThesaurusLookup.Expansion]) {
        if StopWords.empty.contains(word.surface) { return }
        var term = QueryTerm(surface: word.surface)
        term.importance = word.importance
        if let known = index.term(of: word.surface) { term.add(known, weight: 1) }
        if StopWords.weak.contains(word.surface) {
            term.importance = Tuning.weakImportance
        } else if word.surface.count == 1 {
            term.importance = Tuning.letterImportance
        } else {
            addFamily(of: word, to: &term)
            add(expansions, to: &term, factor: 1)
            if term.alternatives.isEmpty { correctSpelling(of: word, in: &term) }
            if term.alternatives.isEmpty { addHalves(of: word, to: &term) }
        }
        finish(term)
    }

    /// Adds the words that share most of their letters: `verification` and `verified`.
    private func addFamily(of word: Word, to term: inout QueryTerm) {
        guard word.stem.count >= 5 else { return }
        for member in spelling.family(of: word.stem) {
            term.add(member, weight: Tuning.familyWeight)
        }
    }

    /// Adds the two words that are written as one: `websocket` where the runbook has `web socket`.
    private func addHalves(of word: Word, to term: inout QueryTerm) {
        guard word.surface.count >= 7 else { return }
        for place in 3...(word.surface.count - 4) {
            if let left = index.term(of: Array(word.surface[..<place])),
                let right = index.term(of: Array(word.surface[place...]))
            {
                term.add(left, weight: Tuning.halfWeight)
                term.add(right, weight: Tuning.halfWeight)
                return
            }
        }
    }

    private mutating func correctSpelling(of word: Word, in term: inout QueryTerm) {
        if StopWords.weak.contains(word.surface) || spelling.knows(word.stem) { return }
        for correction in spelling.corrections(of: word.surface) {
            if StopWords.empty.contains(correction.word) || StopWords.weak.contains(correction.word)
            {
                term.importance = Tuning.weakImportance
                continue
            }
            if let known = index.term(of: correction.word) {
                term.add(known, weight: correction.weight)
            }
            var stemmer = Stemmer()
            let stem = stemmer.stem(correction.word)
            add(thesaurus.expansions(at: [stem]).expansions, to: &term, factor: correction.weight)
        }
    }

    private func add(
        _ expansions: [ThesaurusLookup.Expansion], to term: inout QueryTerm, factor: Float
    ) {
        for expansion in expansions {
            if let number = index.vocabulary.number(of: expansion.joinedStem),
                index.documentCount(of: number) > 0
            {
                term.add(number, weight: expansion.weight * factor)
            }
        }
    }

    // MARK: Bonuses

    /// Adds pairs of neighbours that the index has as neighbours, too, or as one word.
    private mutating func addNeighbours(_ words: [Word]) {
        for (first, second) in zip(words, words.dropFirst()) {
            let bothSayNothing =
                StopWords.empty.contains(first.surface) && StopWords.empty.contains(second.surface)
            if bothSayNothing { continue }
            addBonus(first.surface + second.surface, weight: Tuning.pairWeight)
        }
    }

    private mutating func addBonus(_ word: [UInt8], weight: Float) {
        guard let known = index.term(of: word) else { return }
        var term = QueryTerm(surface: word)
        term.isBonus = true
        term.add(known, weight: weight)
        terms.append(term)
    }

    // MARK: Information

    /// Weighs a term and takes it in.
    private mutating func finish(_ term: QueryTerm) {
        var term = term
        if term.surface.contains(where: \.isASCIIDigit), term.surface.count >= 3,
            term.importance == 1
        {
            term.importance =
                term.alternatives.isEmpty ? Tuning.unknownCodeImportance : Tuning.codeImportance
        }
        let rarity: Float
        if let exact = term.alternatives.first(where: { $0.weight == 1 }) {
            rarity = inverseFrequency.of(index.documentCount(of: exact.term))
        } else if term.alternatives.isEmpty {
            rarity = inverseFrequency.ofUnknown
        } else {
            rarity =
                term.alternatives.map {
                    inverseFrequency.of(index.documentCount(of: $0.term))
                }.max() ?? 0
        }
        term.information = rarity * term.importance
        terms.append(term)
    }

    /// Keeps the first of words that are typed more than once, in whatever form.
    private mutating func mergeRepeats() {
        var seen: Set<[UInt8]> = []
        var isSeen = [Bool](repeating: false, count: index.vocabulary.count)
        terms = terms.filter { term in
            if term.isBonus { return true }
            if let exact = term.alternatives.first(where: { $0.weight == 1 }) {
                defer { isSeen[exact.term] = true }
                return !isSeen[exact.term]
            }
            return seen.insert(term.surface).inserted
        }
    }
}
