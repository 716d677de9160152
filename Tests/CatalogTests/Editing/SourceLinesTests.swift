import Testing

@testable import Catalog

@Suite struct SourceLinesTests {
    @Test(
        "lines are cut as the parser counts them",
        arguments: [
            ("a\nb", ["a", "b"]), ("a\r\nb\r\n", ["a", "b"]), ("a\rb", ["a", "b"]), ("", []),
            ("\n", [""]), ("\u{FEFF}a\n\nb", ["a", "", "b"]), ("a\r\n\nb", ["a", "", "b"]),
        ])
    func lines(text: String, expected: [String]) {
        let lines = SourceLines(Array(text.utf8))
        #expect(lines.count == expected.count)
        #expect((0..<lines.count).map { lines.text(of: $0 + 1) } == expected)
        #expect(lines.text(of: 0) == "" && lines.text(of: 99) == "")
    }

    @Test("a text is found from a place on, columns in characters")
    func find() throws {
        let lines = SourceLines(Array("äö x x\nx".utf8))
        for (from, column, expected) in [
            (1, 1, (1, 4)), (1, 5, (1, 6)), (1, 7, (2, 1)), (2, 1, (2, 1)),
        ] {
            let found = try #require(lines.find("x", from: from, column: column, through: 2))
            #expect(found == expected)
        }
        #expect(lines.find("y", from: 1, through: 9) == nil)
        #expect(lines.find("x", from: 3, through: 2) == nil)
        #expect(lines.find("x", from: 3, through: 9) == nil)
        #expect(SourceLines([]).find("x", from: 1, through: 9) == nil)
    }
}
