import Testing

@testable import Search

@Suite("Thesaurus")
struct ThesaurusTests {
    static let groups = (Thesaurus.synonyms + [Thesaurus.related]).flatMap { table in
        table.withUTF8Buffer { String(decoding: $0, as: UTF8.self) }
            .split(separator: "\n").map(String.init)
    }

    @Test("what is denied is written with `not`, as every denial is read")
    func denials() {
        for member in Self.groups.flatMap({ $0.split(separator: ",") }) {
            let words = Self.words(of: String(member))
            #expect(Negation.simplified(words) == words, "\(member)")
        }
    }

    @Test("no group stands there twice")
    func groupsAreDistinct() {
        #expect(Set(Self.groups).count == Self.groups.count)
    }

    @Test(
        "what people say of everyday failures leads to the words of runbooks",
        arguments: [
            ("sound", "audio"), ("mute", "silent"), ("borked", "broken"), ("choppy", "stutter"),
            ("kicked out", "disconnect"), ("white screen", "blank page"), ("flaky", "unstable"),
            ("spinning", "keeps loading"), ("greyed out", "disabled"), ("log in", "sign in"),
            ("laggy", "latency"), ("can't connect", "unreachable"), ("cert", "tls"),
            ("used up", "exhausted"), ("won't start", "cannot boot"), ("piles up", "backlog"),
        ])
    func groups(typed: String, meant: String) {
        var stemmer = Stemmer()
        func stems(_ text: String) -> [[UInt8]] {
            Negation.simplified(Self.words(of: text)).map { stemmer.stem($0) }
        }
        let joined = stemmer.stem(Negation.simplified(Self.words(of: meant)).joined())
        // What denies counts from the word that denies on, as in a query.
        let query = stems(typed)
        let expansions = query.indices.flatMap {
            ThesaurusLookup.standard.expansions(at: query[$0...]).expansions
        }
        #expect(expansions.contains { $0.joinedStem.elementsEqual(joined) })
    }

    private static func words(of text: String) -> [[UInt8]] {
        var text = text
        return text.withUTF8 { bytes in
            Tokenizer.tokens(in: bytes).map { Array(bytes[$0.start..<$0.end]) }
        }
    }

    @Test("every group has two members at least, none of them empty or in capitals")
    func members() {
        for group in Self.groups {
            let members = group.split(separator: ",", omittingEmptySubsequences: false)
                .map { $0.split(separator: " ").joined(separator: " ") }
            #expect(members.count >= 2, "\(group)")
            #expect(members.allSatisfy { !$0.isEmpty && $0 == $0.lowercased() }, "\(group)")
            #expect(Set(members).count == members.count, "\(group)")
            #expect(members.allSatisfy { $0.split(separator: " ").count <= 5 }, "\(group)")
        }
    }
}
