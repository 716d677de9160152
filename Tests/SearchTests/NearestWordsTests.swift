import Testing

@testable import Search

@Suite("Nearest words")
struct NearestWordsTests {
    @Test(
        "only the words with the fewest differences are kept",
        arguments: [
            ("tokne", 1, ["token"], 1), ("toke", 1, ["token"], 1), ("takens", 2, ["token"], 2),
            ("worker", 2, ["worker"], 0), ("zebra", 2, [], Int.max),
        ])
    func nearest(word: String, allowed: Int, expected: [String], distance: Int) {
        var vocabulary = Vocabulary()
        for known in ["token", "worker", "portal", "tot"] {
            _ = Array(known.utf8).withUnsafeBufferPointer { vocabulary.intern($0) }
        }
        var search = NearestWords(word: Array(word.utf8), allowed: allowed)
        for number in 0..<vocabulary.count { search.offer(vocabulary, number) }
        #expect(search.words.map { String(decoding: $0, as: UTF8.self) } == expected)
        #expect(search.distance == distance)
    }
}
