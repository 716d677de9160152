import Catalog

extension PreparedTerms {
    /// The terms of entries as text that ``init(_:)-(StaticString)`` reads, the same for the same
    /// entries.
    public static func text(of entries: [Entry]) -> [UInt8] {
        var builder = IndexBuilder()
        for entry in entries { builder.add(entry) }
        return text(of: builder.index)
    }

    private static func text(of index: TermIndex) -> [UInt8] {
        let words = (0..<index.vocabulary.count)
            .map { (number: $0, bytes: index.vocabulary.word($0)) }
            .sorted { $0.bytes.lexicographicallyPrecedes($1.bytes) }
        var places = [Int](repeating: 0, count: words.count)
        for (place, word) in words.enumerated() { places[word.number] = place }
        let stems = words.map { word in
            let stem = index.stem(of: word.number)
            return stem < 0 ? 0 : places[stem] + 1
        }
        var postings: [TermIndex.Posting] = []
        var postingStarts = [0]
        for word in words {
            index.forEachPosting(of: word.number) { postings.append($0) }
            postingStarts.append(postings.count)
        }
        var wordStarts = [0]
        for word in words { wordStarts.append((wordStarts.last ?? 0) + word.bytes.count) }
        let letters = words.flatMap(\.bytes)
        return numbers([words.count, letters.count, postings.count, index.documentCount])
            + numbers(wordStarts) + letters + numbers(stems)
            + numbers(words.map { Int(index.origin(of: $0.number).rawValue) }, width: originWidth)
            + numbers(postingStarts)
            + numbers(postings.map { Int($0.document) * 2 + ($0.isProminent ? 1 : 0) })
            + numbers(postings.map { Int($0.weight.bitPattern) }, width: weightWidth)
    }

    private static func numbers(_ numbers: [Int], width: Int = numberWidth) -> [UInt8] {
        numbers.flatMap { NumberTable.bytes(of: $0, width: width) }
    }
}
