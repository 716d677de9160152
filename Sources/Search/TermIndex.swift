/// Where each term occurs, and how prominently.
///
/// The postings of a term are a chain through one array, so that adding is an append and nothing is
/// sorted. What the build prepared is read where it stands, unless documents are to be added to it.
struct TermIndex {
    /// One document that has a term.
    struct Posting {
        /// The document's number.
        var document: Int32
        /// The weighted and length-normalised count of the term there.
        var weight: Float
        /// Whether the term occurs in a prominent field.
        var isProminent: Bool
    }

    /// A posting and the place of the next one of the same term, or -1.
    private struct Link {
        var posting: Posting
        var next: Int32
    }

    /// Every word seen, as written in small letters, and every stem.
    private(set) var vocabulary: Vocabulary
    /// How many documents there are.
    private(set) var documentCount: Int
    /// How many of them were begun here.
    private var begunCount = 0
    /// What is read in the place of the tables below.
    private let prepared: PreparedTerms?
    /// The stem of each word of the vocabulary as a number of the vocabulary; -1 where unknown yet.
    private var stems: [Int32] = []
    private var origins: [WordOrigin] = []
    /// For each term its first posting, or -1.
    private var heads: [Int32] = []
    private var documentCounts: [Int32] = []
    private var postings: [Link] = []
    private var stemmer = Stemmer()

    /// Makes an index without documents.
    init() {
        vocabulary = Vocabulary()
        documentCount = 0
        prepared = nil
    }

    /// Makes an index of prepared documents.
    ///
    /// - Parameters:
    ///   - prepared: The documents.
    ///   - count: How many documents are going to be added, which will be numbered in front of them.
    init(_ prepared: PreparedTerms, behind count: Int) {
        vocabulary = Vocabulary(prepared.words)
        documentCount = prepared.documentCount
        self.prepared = count == 0 ? prepared : nil
        if count > 0 { takeIn(prepared, behind: count) }
    }

    private mutating func takeIn(_ prepared: PreparedTerms, behind count: Int) {
        extendTables()
        for word in 0..<vocabulary.count {
            stems[word] = Int32(truncatingIfNeeded: prepared.stem(of: word))
            origins[word] = prepared.origin(of: word)
            prepared.forEachPosting(of: word) { posting in
                var posting = posting
                posting.document += Int32(truncatingIfNeeded: count)
                add(posting, of: word)
            }
        }
    }

    // MARK: Questions

    /// The number of a word's stem, or -1 where nobody has asked for it.
    func stem(of word: Int) -> Int { prepared?.stem(of: word) ?? Int(stems[word]) }

    /// How a word came into the vocabulary.
    func origin(of word: Int) -> WordOrigin { prepared?.origin(of: word) ?? origins[word] }

    /// How many documents have a term.
    func documentCount(of term: Int) -> Int {
        prepared?.documentCount(of: term) ?? Int(documentCounts[term])
    }

    /// Calls a closure with every posting of a term.
    @inline(__always)
    func forEachPosting(of term: Int, _ body: (Posting) -> Void) {
        if let prepared { return prepared.forEachPosting(of: term, body) }
        var place = heads[term]
        while place >= 0 {
            let link = postings[Int(place)]
            body(link.posting)
            place = link.next
        }
    }

    /// The number of the stem of a word, where any document has it.
    func term(of word: [UInt8]) -> Int? {
        var stemmer = stemmer
        guard let term = vocabulary.number(of: stemmer.stem(word)), documentCount(of: term) > 0
        else { return nil }
        return term
    }

    // MARK: Adding

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
    mutating func beginDocument() {
        documentCount += 1
        begunCount += 1
    }

    /// Adds a term of the document begun last; each term once.
    mutating func addPosting(of term: Int, weight: Float, isProminent: Bool) {
        let document = Int32(truncatingIfNeeded: begunCount - 1)
        add(Posting(document: document, weight: weight, isProminent: isProminent), of: term)
    }

    private mutating func add(_ posting: Posting, of term: Int) {
        let place = Int32(truncatingIfNeeded: postings.count)
        postings.append(Link(posting: posting, next: heads[term]))
        heads[term] = place
        documentCounts[term] += 1
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
