import Catalog
import Testing

@testable import Search
@testable import runbooks

@Suite("Prepared terms")
struct PreparedTermsTests {
    private static let shipped = ShippedRunbooks.catalog.entries
    private static let built = SearchIndex(entries: shipped)

    /// What an index says to a query, to the last bit, with the reasons.
    private static func answer(_ index: SearchIndex, to query: String) -> [String] {
        let result = index.explaining(index.search(query, limit: 20))
        return (result.matches + result.nearest).map {
            "\($0.entry.id) \($0.score) \($0.confidence) \($0.reasons)"
        }
    }

    /// Texts as people type them: those of the shared set, and titles with letters left out.
    private static var queries: [String] {
        let mistyped = stride(from: 0, to: shipped.count, by: 10).map { place in
            shipped[place].title.split(separator: " ").map { word in
                word.count > 5 ? word.prefix(2) + word.dropFirst(3) : word
            }.joined(separator: " ")
        }
        return mistyped + (SearchQualityTests.sharedQueries ?? []).map(\.text)
    }

    @Test("the build prepared what would be prepared now")
    func current() {
        let text = PreparedTerms.text(of: Self.shipped)
        #expect(ShippedRunbooks.preparedTerms.withUTF8Buffer { $0.elementsEqual(text) })
        #expect(ShippedRunbooks.terms?.documentCount == Self.shipped.count)
    }

    @Test("what was prepared finds what indexing finds, with the same scores and reasons")
    func alone() throws {
        let terms = try #require(ShippedRunbooks.terms)
        let prepared = SearchIndex(entries: [], before: Self.shipped, terms)
        for (place, query) in Self.queries.enumerated() where place % 2 == 0 {
            let expected = Self.answer(Self.built, to: query)
            #expect(Self.answer(prepared, to: query) == expected, "\(query)")
        }
    }

    @Test("with entries in front of it, it finds what indexing all of them finds")
    func behindOthers() throws {
        let terms = try #require(ShippedRunbooks.terms)
        let built = SearchIndex(entries: Sample.entries + Self.shipped)
        let joined = SearchIndex(entries: Sample.entries, before: Self.shipped, terms)
        for (place, query) in Self.queries.enumerated() where place % 8 == 1 {
            let expected = Self.answer(built, to: query)
            #expect(!expected.isEmpty)
            #expect(Self.answer(joined, to: query) == expected, "\(query)")
        }
    }

    @Test("entries that are not those it was prepared of are indexed")
    func others() throws {
        let terms = try #require(ShippedRunbooks.terms)
        let index = SearchIndex(entries: [], before: Sample.entries, terms)
        let query = "listener hears nothing"
        #expect(Self.answer(index, to: query) == Self.answer(Sample.index(), to: query))
    }

    @Test("what is cut short or has more behind it is not read")
    func damaged() {
        let text = PreparedTerms.text(of: Array(Sample.entries.prefix(2)))
        func isRead(_ bytes: [UInt8]) -> Bool {
            bytes.withUnsafeBufferPointer { PreparedTerms(LastingBytes($0)) != nil }
        }
        #expect(isRead(text))
        #expect(!isRead(text + [0]))
        for count in text.indices where isRead(Array(text.prefix(count))) {
            Issue.record("the first \(count) bytes are read")
        }
    }
}
