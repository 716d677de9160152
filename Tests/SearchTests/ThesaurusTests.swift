import Testing

@testable import Search

@Suite("Thesaurus")
struct ThesaurusTests {
    static let groups = [Thesaurus.synonyms, Thesaurus.related].flatMap { table in
        table.withUTF8Buffer { String(decoding: $0, as: UTF8.self) }
            .split(separator: "\n").map(String.init)
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
