/// Where each term occurs, and how prominently.
///
/// The postings of a term are a chain through one array, so that adding is an append and nothing is
/// sorted.
struct TermIndex {
    /// One document that has a term.
    struct Posting {
        /// The document's number.
        var document: Int32
        /// The weighted and length-normalised count of the term there.
        var weight: Float
        /// Whether the term occurs in a prominent field.
        var isProminent: Bool
        /// The place of the next posting of the same term, or -1.
        var next: Int32
    }

    /// Every word seen, as written in small letters, and every stem.
    var vocabulary = Vocabulary()
    /// The stem of each word of the vocabulary as a number of the vocabulary; -1 where unknown yet.
    private(set) var stems: [Int32] = []
    /// How each word of the vocabulary came there.
    private(set) var origins: [WordOrigin] = []
    /// For each term its first posting, or -1.
    private(set) var heads: [Int32] = []
    /// For each term how many documents have it.
    private(set) var documentCounts: [Int32] = []
    /// All postings.
    private(set) var postings: [Posting] = []
    /// How many documents there are.
    private(set) var documentCount = 0
    private var stemmer = Stemmer()

    /// The number of a word, and its stem's; added where new.
    mutating func intern(_ word: UnsafeBufferPointer<UInt8>, origin: WordOrigin) -> Int {
        let number = vocabulary.intern(word)
        extendTables()
        origins[number].formUnion(origin)
        if stems[number] >= 0 { return Int(stems[number]) }
        let stemmed = stemmer.stem(word)
        let stem = stemmed.withUnsafeBufferPointer { vocabulary.intern($0) }
        extendTables()
        stems[number] = Int32(truncatingIfNeeded: stem)
        origins[stem].formUnion(.stem)
        return stem
    }

    /// Starts a document; its postings follow.
    mutating func beginDocument() { documentCount += 1 }

    /// Adds a term of the document begun last; each term once.
    mutating func addPosting(of term: Int, weight: Float, isProminent: Bool) {
        let place = Int32(truncatingIfNeeded: postings.count)
        postings.append(
            Posting(
                document: Int32(truncatingIfNeeded: documentCount - 1), weight: weight,
                isProminent: isProminent, next: heads[term]))
        heads[term] = place
        documentCounts[term] += 1
    }

    /// Calls a closure with every posting of a term.
    @inline(__always)
    func forEachPosting(of term: Int, _ body: (Posting) -> Void) {
        var place = heads[term]
        while place >= 0 {
            let posting = postings[Int(place)]
            body(posting)
            place = posting.next
        }
    }

    /// The number of the stem of a word, where any document has it.
    func term(of word: [UInt8]) -> Int? {
        var stemmer = stemmer
        guard let term = vocabulary.number(of: stemmer.stem(word)), documentCounts[term] > 0
        else { return nil }
        return term
    }

    private mutating func extendTables() {
        while stems.count < vocabulary.count {
            stems.append(-1)
            origins.append([])
            heads.append(-1)
            documentCounts.append(0)
        }
    }
}

/// How a word came into a vocabulary.
struct WordOrigin: OptionSet {
    let rawValue: UInt8
    /// Someone wrote it so.
    static let written = WordOrigin(rawValue: 1)
    /// It is two neighbouring words, joined.
    static let joined = WordOrigin(rawValue: 2)
    /// It is the stem of another word.
    static let stem = WordOrigin(rawValue: 4)
}
