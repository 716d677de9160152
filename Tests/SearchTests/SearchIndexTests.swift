import Catalog
import Testing

@testable import Search

@Suite("Search index")
struct SearchIndexTests {
    @Test(
        "a symptom in other words finds its entry",
        arguments: [
            ("no sound for the audience", "media/silent"),
            ("listner hers nothing", "media/silent"),
            ("web socket keeps disconnecting", "media/socket"),
            ("deadlock asyncio.Lock", "media/socket"),
            ("administrator cannot sign in", "media/login"),
            ("4003", "media/code-4003"),
            ("close code 4003", "media/code-4003"),
            ("Cannot index content - service not initialized for user u_1", "search/index"),
            ("worker runs out of memory", "search/memory"),
            ("alembic: multiple heads", "search/heads"),
        ])
    func finds(query: String, id: String) {
        let result = Sample.index().search(query)
        #expect(result.matches.first?.entry.id == id)
        #expect(result.nearest.isEmpty)
        #expect(result.query == query)
    }

    @Test(
        "a query about something else has no match but near entries",
        arguments: [
            "how do I renew the parking permit", "jenkins pipeline cannot check out",
            "printer toner for the office",
        ])
    func refuses(query: String) {
        let result = Sample.index().search(query)
        #expect(result.matches.isEmpty)
        #expect(result.nearest.count <= 10)
    }

    @Test("an exact signature comes first, with the best score, though another fits the words")
    func exactFirst() {
        var loud = Sample.entry("media/loud", "Scope of 4003: scope 4003 mismatch 4003")
        loud.symptoms = ["4003 4003 4003"]
        let result = SearchIndex(entries: [loud] + Sample.entries).search("4003")
        #expect(result.matches.first?.entry.id == "media/code-4003")
        let scores = result.matches.map(\.score)
        #expect(scores == scores.sorted(by: >))
    }

    @Test("matches come best first, no more than asked for, confidences between 0 and 1")
    func order() {
        let result = Sample.index().search("listener admin login websocket", limit: 2)
        #expect(result.matches.count == 2)
        let scores = result.matches.map(\.score)
        #expect(scores == scores.sorted(by: >))
        #expect(result.matches.allSatisfy { $0.confidence >= 0 && $0.confidence <= 1 })
        #expect(Sample.index().search("listener hears nothing", limit: 0).matches.isEmpty)
    }

    @Test("matches that fit nearly as well as the best are close")
    func close() {
        func result(_ scores: Double...) -> SearchResult {
            let matches = scores.map {
                SearchMatch(entry: Sample.entry("a/x", "X"), score: $0, confidence: 0.9)
            }
            return SearchResult(query: "x", matches: matches, nearest: [])
        }
        #expect(result(4, 3.5, 3.1, 1).closeMatches.count == 3)
        #expect(result(4, 1).closeMatches.count == 1)
        #expect(result(4, 4, 4, 4, 4, 4, 4).closeMatches.count == 5)
        #expect(result().closeMatches.isEmpty)
    }

    @Test("what people also call a failure finds it, though no other field has a word of it")
    func reports() {
        var entry = Sample.entry("media/path", "Path lacks alwaysAvailable")
        entry.reports = ["delegates complain of dead air"]
        let index = SearchIndex(entries: [entry] + Sample.entries)
        #expect(index.search("delegates complain").matches.first?.entry.id == "media/path")
    }

    @Test(
        "nothing to search, or for, gives nothing",
        arguments: ["", "   ", "the of", "\u{0}\u{1}", "🤷", "?!"])
    func nothing(query: String) {
        #expect(Sample.index().search(query).matches.isEmpty)
        let empty = SearchIndex(entries: []).search(query + " portal")
        #expect(empty.matches.isEmpty && empty.nearest.isEmpty)
    }

    @Test("a query of a megabyte is answered")
    func long() {
        let query = String(repeating: "listener hears nothing ", count: 50_000)
        #expect(Sample.index().search(query).matches.first?.entry.id == "media/silent")
    }
}
