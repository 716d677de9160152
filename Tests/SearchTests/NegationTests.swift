import Testing

@testable import Search

@Suite("Negation")
struct NegationTests {
    @Test(
        "every way of denying is one word",
        arguments: [
            ("cannot connect", "not connect"), ("does not connect", "does not connect"),
            ("can't connect", "can not connect"), ("won't start", "won not start"),
            ("is not able to join", "is not join"), ("fails to start", "fails not start"),
            ("no longer works", "no not works"), ("never gets through", "not through"),
            ("refused to boot", "refused not boot"), ("not not there", "not there"),
            ("unable to log in", "not log in"),
        ])
    func denials(text: String, read: String) {
        #expect(Self.simplified(text) == read)
    }

    @Test(
        "other words stay as they are",
        arguments: ["no sound", "t", "failed login", "portal's error", "go to the page", ""])
    func others(text: String) {
        let words = text.split { $0 == " " || $0 == "'" }.filter { $0 != "s" }
        #expect(Self.simplified(text) == words.joined(separator: " "))
    }

    @Test("an entry and a query deny in their own ways and still meet")
    func meeting() {
        let entries = [
            Sample.entry("a/1", "The call doesn't start"), Sample.entry("a/2", "A lamp is red"),
        ]
        let index = SearchIndex(entries: entries)
        for query in ["call cannot start", "call never starts", "call fails to start"] {
            let terms = QueryAnalysis(query, index: index.index).terms
            let denied = index.index.term(of: Array("notstart".utf8))
            #expect(denied != nil)
            #expect(terms.contains { $0.alternatives.contains { $0.term == denied } }, "\(query)")
        }
    }

    private static func simplified(_ text: String) -> String {
        var text = text
        let words = text.withUTF8 { bytes in
            Tokenizer.tokens(in: bytes).filter { $0.kind != .whole }
                .map { Array(bytes[$0.start..<$0.end]) }
        }
        return Negation.simplified(words).map { String(decoding: $0, as: UTF8.self) }
            .joined(separator: " ")
    }
}
