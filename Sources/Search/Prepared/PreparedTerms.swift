import Catalog

/// The terms of entries that were indexed when the program was built, read where they stand.
///
/// It is for the same build of the program only. The tables stand one behind the other, the number of
/// words, of bytes in them, of postings and of documents in front.
public struct PreparedTerms: Sendable {
    /// How many documents were indexed.
    public let documentCount: Int
    /// Every word and every stem.
    let words: SortedWords
    /// The number of each word's stem plus one; 0 where it was never asked for.
    private let stems: NumberTable
    private let origins: NumberTable
    /// Where the postings of each word start, and at last where the next ones would.
    private let postingStarts: NumberTable
    /// The document of each posting, doubled, and one more where the term is prominent there.
    private let places: NumberTable
    /// The bits of each posting's weight.
    private let weights: NumberTable

    /// Bytes of a number that counts something.
    static let numberWidth = 4
    /// Bytes of the origin of a word.
    static let originWidth = 1
    /// Bytes of a number of 32 bits.
    static let weightWidth = 5

    /// Reads what ``text(of:)`` gave; `nil` where it is something else.
    public init?(_ text: StaticString) { self.init(LastingBytes(text)) }

    /// Reads what ``text(of:)`` gave; `nil` where it is something else.
    init?(_ bytes: LastingBytes) {
        var rest = bytes
        let width = Self.numberWidth
        guard let head = NumberTable(4, width: width, from: &rest) else { return nil }
        let wordCount = head[0]
        let postingCount = head[2]
        documentCount = head[3]
        guard let starts = NumberTable(wordCount + 1, width: width, from: &rest),
            let wordBytes = rest.removeFirst(head[1]),
            let stems = NumberTable(wordCount, width: width, from: &rest),
            let origins = NumberTable(wordCount, width: Self.originWidth, from: &rest),
            let postingStarts = NumberTable(wordCount + 1, width: width, from: &rest),
            let places = NumberTable(postingCount, width: width, from: &rest),
            let weights = NumberTable(postingCount, width: Self.weightWidth, from: &rest),
            rest.count == 0, starts[wordCount] == head[1], postingStarts[wordCount] == postingCount
        else { return nil }
        words = SortedWords(count: wordCount, starts: starts, bytes: wordBytes)
        self.stems = stems
        self.origins = origins
        self.postingStarts = postingStarts
        self.places = places
        self.weights = weights
    }

    /// The number of a word's stem, or -1 where it was never asked for.
    func stem(of word: Int) -> Int { stems[word] - 1 }

    /// How a word came into the vocabulary.
    func origin(of word: Int) -> WordOrigin {
        WordOrigin(rawValue: UInt8(truncatingIfNeeded: origins[word]))
    }

    /// How many documents have a term.
    func documentCount(of term: Int) -> Int { postingStarts[term + 1] - postingStarts[term] }

    /// Calls a closure with every posting of a term.
    @inline(__always)
    func forEachPosting(of term: Int, _ body: (TermIndex.Posting) -> Void) {
        for place in postingStarts[term]..<postingStarts[term + 1] {
            body(
                TermIndex.Posting(
                    document: Int32(truncatingIfNeeded: places[place] >> 1),
                    weight: Float(bitPattern: UInt32(truncatingIfNeeded: weights[place])),
                    isProminent: places[place] & 1 == 1))
        }
    }
}
