import Testing

@testable import Search

@Suite("Query analysis")
struct QueryAnalysisTests {
    @Test(
        "a word of the query leads to the word of the entry",
        arguments: [
            ("audio", "hear"), ("mute", "silent"), ("sign in", "login"),
            ("web socket", "websocket"), ("websockets", "websocket"), ("listner", "listen"),
            ("out of memory", "oom"), ("initialisation", "initi"), ("asyncio.Lock", "asyncio.lock"),
        ])
    func alternatives(query: String, term: String) throws {
        let index = Sample.index().index
        let number = try #require(index.vocabulary.number(of: Array(term.utf8)))
        let found = QueryAnalysis(query, index: index).terms.flatMap(\.alternatives).map(\.term)
        #expect(found.contains(number))
    }

    @Test("expansions and corrections count less than the word itself")
    func weights() {
        let index = Sample.index().index
        for query in ["audio", "listner"] {
            let weights = QueryAnalysis(query, index: index).terms.flatMap(\.alternatives).map(
                \.weight)
            #expect(!weights.isEmpty && weights.allSatisfy { $0 < 1 }, "\(query)")
        }
    }

    @Test("the parts of a name that no entry has say less than words do")
    func nameParts() throws {
        let index = Sample.index().index
        let alone = try #require(QueryAnalysis("listener", index: index).terms.first)
        let part = try #require(
            QueryAnalysis("ListenerFactoryBean", index: index).terms.first { !$0.isBonus })
        #expect(part.surface == alone.surface)
        #expect(part.importance < alone.importance)
        let whole = QueryAnalysis("WebSocketDisconnect", index: index).terms
        #expect(whole.contains { $0.surface.count == 19 && $0.importance == 1 })
    }

    @Test("stop words are no terms, forms of one word are one term")
    func merging() {
        let index = Sample.index().index
        #expect(QueryAnalysis("is it the", index: index).terms.isEmpty)
        let terms = QueryAnalysis("listener listeners listener", index: index).terms
        #expect(terms.filter { !$0.isBonus }.count == 1)
    }

    @Test("unknown words carry information that nothing explains")
    func unknown() throws {
        let terms = QueryAnalysis("zebra", index: Sample.index().index).terms
        let term = try #require(terms.first)
        #expect(term.alternatives.isEmpty)
        #expect(term.information > 0)
    }
}
