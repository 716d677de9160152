import Testing

@testable import Search

@Suite("Entry terms")
struct EntryTermsTests {
    private func terms(_ text: String, joining: Bool = true) -> [String] {
        var reader = EntryTerms()
        var terms: [String] = []
        reader.forEach(in: text, joining: joining) { word, _ in
            terms.append(String(decoding: word, as: UTF8.self))
        }
        return terms
    }

    @Test("neighbours are terms where they are asked for, what is denied is, too")
    func neighbours() {
        #expect(terms("Web socket") == ["web", "socket", "websocket"])
        #expect(terms("Web socket", joining: false) == ["web", "socket"])
        #expect(terms("cannot go live").contains("notgo"))
        #expect(terms("cannot go live").contains("notgolive"))
        #expect(terms("doesn't answer").contains("notanswer"))
        #expect(!terms("can go live").contains { $0.hasPrefix("not") })
    }

    @Test("only words as written count for the length, and the parts of a joined one are known")
    func kinds() {
        var reader = EntryTerms()
        var counted = 0
        var breaks: [Int] = []
        reader.forEach(in: "not up room-token", joining: true) { _, found in
            if found.isCounted { counted += 1 }
            if found.origin == .joined { breaks.append(found.breaks.1) }
        }
        #expect(counted == 4)
        #expect(breaks.contains(3))
    }

    @Test("invalid UTF-8 does no harm")
    func invalid() {
        #expect(terms(String(decoding: [0x61, 0xFF, 0x62], as: UTF8.self)).count >= 1)
    }
}
