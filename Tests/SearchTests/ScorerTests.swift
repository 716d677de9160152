import Testing

@testable import Search

@Suite("Scorer")
struct ScorerTests {
    @Test("the document that has the word is scored, and its system a little")
    func shares() throws {
        let index = Sample.index().index
        var scorer = Scorer(index: index, systems: [0, 0, 0, 0, 1, 1, 1], systemCount: 2)
        let listener = try #require(index.term(of: Array("listener".utf8)))
        var term = QueryTerm(surface: Array("listener".utf8))
        term.information = 2
        term.add(listener, weight: 1)
        scorer.add(term)
        #expect(scorer.scores[0].value > scorer.scores[1].value)
        #expect(scorer.scores[1].value > 0)
        #expect(scorer.scores[4].value == 0)
        #expect(scorer.scores[0].covered == 2)
    }

    @Test("a bonus adds to the score and explains nothing")
    func bonus() throws {
        let index = Sample.index().index
        var scorer = Scorer(
            index: index, systems: [Int32](repeating: 0, count: index.documentCount), systemCount: 1
        )
        var term = QueryTerm(surface: Array("twoheads".utf8))
        term.isBonus = true
        term.add(try #require(index.term(of: Array("twoheads".utf8))), weight: 1)
        scorer.add(term)
        #expect(scorer.scores[6].value > 0)
        #expect(scorer.scores[6].covered == 0)
    }
}
