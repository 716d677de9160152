import Testing

@testable import Search

@Suite("Thesaurus lookup")
struct ThesaurusLookupTests {
    static let lookup = ThesaurusLookup(
        tables: [("sound, audio, hear\nlog in, login, sign in\nlog, journal", 0.6)])

    @Test("a word gives the other members of its group, in any form of it")
    func words() {
        let (length, expansions) = Self.lookup.expansions(at: Self.stems("hears"))
        #expect(length == 1)
        #expect(Self.words(expansions) == ["sound", "audio"])
        #expect(expansions.allSatisfy { $0.weight == 0.6 })
    }

    @Test("the longest member wins")
    func phrases() {
        #expect(Self.lookup.expansions(at: Self.stems("log", "in", "fails")).length == 2)
        #expect(Self.lookup.expansions(at: Self.stems("log", "file")).length == 1)
        #expect(Self.lookup.expansions(at: Self.stems("sign")).length == 0)
    }

    @Test("unknown words and nothing at all have no expansion")
    func unknown() {
        #expect(Self.lookup.expansions(at: Self.stems("zebra")).expansions.isEmpty)
        #expect(Self.lookup.expansions(at: []).expansions.isEmpty)
        let vocabulary = Self.lookup.vocabulary()
        #expect(vocabulary.number(of: Array("zebra".utf8)) == nil)
        #expect(vocabulary.number(of: Array("audio".utf8)) != nil)
    }

    private static func stems(_ words: String...) -> ArraySlice<[UInt8]> {
        var stemmer = Stemmer()
        return words.map { stemmer.stem($0.utf8) }[...]
    }

    private static func words(_ expansions: [ThesaurusLookup.Expansion]) -> [String] {
        expansions.map { String(decoding: $0.joinedStem, as: UTF8.self) }
    }
}
