import Testing

@testable import Search

@Suite("Spelling correction")
struct SpellingCorrectionTests {
    private static func corrections(_ typed: String) -> [SpellingCorrection.Correction] {
        var correction = correction
        return correction.corrections(of: Array(typed.utf8))
    }

    static let correction = SpellingCorrection(
        index: Sample.index().index,
        thesaurus: ThesaurusLookup(tables: [("subtitles, captions", 1)]))

    @Test(
        "a mistyped word gives the word that was meant",
        arguments: [
            ("listner", "listener"), ("hers", "hears"), ("pasword", "password"),
            ("initialisation", "initialization"), ("disconects", "disconnects"),
            ("migratoins", "migrations"), ("wesbocket", "websocket"), ("istener", "listener"),
        ])
    func corrections(typed: String, meant: String) {
        let words = Self.corrections(typed).map {
            String(decoding: $0.word, as: UTF8.self)
        }
        #expect(words.contains(meant), "\(words)")
    }

    @Test("words of the thesaurus are known, too")
    func thesaurus() {
        #expect(!Self.corrections("subtitels").isEmpty)
    }

    @Test(
        "what is too short, too far or no word is left alone",
        arguments: ["teh", "zzzzzzz", "4oo3", "", "pas-word"])
    func unknown(typed: String) {
        #expect(Self.corrections(typed).isEmpty)
    }

    @Test("a mistake in the first letter costs weight")
    func firstLetter() throws {
        let inside = try #require(Self.corrections("listenr").first)
        let first = try #require(Self.corrections("istener").first)
        #expect(first.weight < inside.weight)
        #expect(inside.weight < 1)
    }

    @Test("a family shares its head, other words do not join it")
    func family() {
        let index = SearchIndex(entries: [
            Sample.entry("a/b", "Verified registrations"), Sample.entry("a/c", "Version of rooms"),
        ])
        let correction = SpellingCorrection(index: index.index, thesaurus: .standard)
        let members = correction.family(of: Array("verif".utf8)).map {
            String(decoding: index.index.vocabulary.word($0), as: UTF8.self)
        }
        #expect(members == ["verifi"])
    }
}
