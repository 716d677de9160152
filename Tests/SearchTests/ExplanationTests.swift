import Catalog
import Testing

@testable import Search

@Suite("Explanation")
struct ExplanationTests {
    private func reasons(_ query: String, _ id: String) -> [SearchReason] {
        let index = Sample.index()
        let result = index.explaining(index.search(query))
        return (result.matches + result.nearest).first { $0.entry.id == id }?.reasons ?? []
    }

    @Test("it tells the word typed, the word found and the fields that have it")
    func words() throws {
        let reasons = reasons("silent listener zebra", "media/silent")
        #expect(
            reasons == [
                SearchReason(typed: "silent", found: "silent", fields: ["name", "symptoms"]),
                SearchReason(typed: "listener", found: "listener", fields: ["title", "symptoms"]),
                SearchReason(typed: "zebra", found: nil, fields: []),
            ])
    }

    @Test("synonyms, typing mistakes and several words as one are told by what the entry has")
    func others() {
        #expect(
            reasons("administrator sign in", "media/login").map(\.found) == ["admin", "login"])
        #expect(reasons("websoket disconnects", "media/socket").first?.found == "websocket")
        #expect(
            reasons("heads", "search/heads").first
                == SearchReason(typed: "heads", found: "heads", fields: ["title", "name"]))
    }

    @Test("an error message is told with the signature it agrees with")
    func signatures() throws {
        let reasons = reasons(
            "Cannot index content - service not initialized for user u_1", "search/index")
        let first = try #require(reasons.first)
        #expect(first.found == "Cannot index content - service not initialized for user ...")
        #expect(first.fields == ["error signatures"])
    }

    @Test("a whole identifier is named, a pair of neighbours is not")
    func bonuses() {
        let typed = reasons("deadlock asyncio.Lock", "media/socket").map(\.typed)
        #expect(typed.contains("asyncio.lock"))
        #expect(!typed.contains("deadlockasyncio"))
    }
}
