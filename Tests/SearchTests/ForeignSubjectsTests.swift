import Testing

@testable import Search

@Suite("Foreign subjects")
struct ForeignSubjectsTests {
    @Test("a foreign name weighs more than an unknown word, unless an entry has it")
    func importance() throws {
        let unknown = Sample.index()
        let foreign = try #require(
            QueryAnalysis("jenkins", index: unknown.index).terms.first)
        let plain = try #require(
            QueryAnalysis("zebra", index: unknown.index).terms.first)
        #expect(foreign.information > plain.information)

        var entry = Sample.entry("ci/jenkins", "Jenkins agent is offline")
        entry.causes = ["The agent lost its connection"]
        let known = SearchIndex(entries: Sample.entries + [entry])
        let term = try #require(QueryAnalysis("jenkins", index: known.index).terms.first)
        #expect(!term.alternatives.isEmpty)
        #expect(term.importance == 1)
    }
}
