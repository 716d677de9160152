import Testing

@testable import Search

@Suite("Term index")
struct TermIndexTests {
    @Test("a term has a posting for each document, the forms of a word share it")
    func postings() throws {
        let index = SearchIndex(entries: [
            Sample.entry("a/1", "Portal restarts"), Sample.entry("a/2", "Worker restarted"),
            Sample.entry("a/3", "Disk full"),
        ]).index
        let term = try #require(index.term(of: Array("restarting".utf8)))
        var documents: [Int32] = []
        index.forEachPosting(of: term) { documents.append($0.document) }
        #expect(documents.sorted() == [0, 1])
        #expect(index.documentCount(of: term) == 2)
        #expect(index.documentCount == 3)
    }

    @Test("words that no entry has are no terms")
    func unknown() {
        #expect(Sample.index().index.term(of: Array("zebra".utf8)) == nil)
    }
}
