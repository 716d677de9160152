import Testing

@testable import Catalog

@Suite("Phrases")
struct PhraseSetTests {
    private let phrases = PhraseSet(["use the", "cause", "try "])

    @Test(
        "phrases are found at the start of a word", arguments: ["Use the key", "(cause)", "do try"])
    func found(text: String) {
        #expect(phrases.isFound(in: text))
    }

    @Test("and nowhere else", arguments: ["because the", "tryst", "", "use", "ücause"])
    func notFound(text: String) {
        #expect(!phrases.isFound(in: text))
    }
}
