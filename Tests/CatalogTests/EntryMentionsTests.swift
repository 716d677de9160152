import Testing

@testable import Catalog

@Suite struct EntryMentionsTests {
    private static let ids = ["issue-1", "issue-3", "issue-5", "issue-6", "ic-02", "slow-start"]

    @Test(
        "entries are named by their code, alone or in a list",
        arguments: [
            ("Authentication (Issue 1)", ["issue-1"]),
            ("(Issues 5 and 6)", ["issue-5", "issue-6"]),
            ("issues 1, 3 or 6, not 5", ["issue-1", "issue-3", "issue-6"]),
            ("see IC-02 first", ["ic-02"]), ("Issue 9", []), ("5 and 6 of them", []),
            ("slow start", []), ("issue 1, issue 1", ["issue-1"]), ("", []),
        ])
    func mentions(text: String, expected: [String]) {
        let entries = Self.ids.map {
            Entry(
                id: "s/\($0)", system: "s", title: $0, location: SourceLocation(file: "s", line: 1))
        }
        let found = EntryMentions(entries).positions(in: text)
        #expect(found.map { entries[$0].localID } == expected)
    }
}
