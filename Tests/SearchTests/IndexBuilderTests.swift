import Testing

@testable import Search

@Suite("Index builder")
struct IndexBuilderTests {
    @Test(
        "neighbours are indexed as one word, identifiers as a whole and in parts",
        arguments: ["websocket", "golive", "room-token", "token", "socket", "gatekeeper"])
    func terms(word: String) {
        var builder = IndexBuilder()
        builder.add(
            Sample.entry("a/1", "Web socket closes after Go Live: room-token GateKeeperBox"))
        #expect(builder.index.term(of: Array(word.utf8)) != nil)
    }

    @Test("a word weighs more in a title than in a note, and more in a short title than in a long")
    func weights() throws {
        var noted = Sample.entry("a/2", "Other")
        noted.notes = [.init(label: "Files", items: ["portal"])]
        var builder = IndexBuilder()
        builder.add(Sample.entry("a/1", "Portal gone"))
        builder.add(noted)
        builder.add(
            Sample.entry(
                "a/3", "Portal and thirteen other words that make this one title long indeed"))
        let term = try #require(builder.index.term(of: Array("portal".utf8)))
        var weights: [Int32: Float] = [:]
        builder.index.forEachPosting(of: term) { weights[$0.document] = $0.weight }
        let short = try #require(weights[0])
        #expect(short > (weights[2] ?? 0))
        #expect((weights[2] ?? 0) > (weights[1] ?? 0))
    }
}
