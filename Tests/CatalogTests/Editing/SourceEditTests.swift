import Testing

@testable import Catalog

@Suite struct SourceEditTests {
    private func applied(_ changes: [SourceEdit.Change], to text: String) -> String {
        let edits = changes.map { SourceEdit($0, rule: "r", summary: "s") }
        return String(decoding: SourceLines(Array(text.utf8)).applying(edits), as: UTF8.self)
    }

    @Test(
        "only the named places change; line ends, a byte order mark and an open end stay",
        arguments: [
            ("a\nbcd\n", [.replace(line: 2, bytes: 1..<2, text: "X")], "a\nbXd\n"),
            ("\u{FEFF}ab\r\n", [.replace(line: 1, bytes: 2..<2, text: "X")], "\u{FEFF}abX\r\n"),
            ("a\r\nb\r\n", [.insert(after: 1, lines: ["x", ""])], "a\r\nx\r\n\r\nb\r\n"),
            ("a\rb", [.insert(after: 1, lines: ["x"])], "a\rx\rb"),
            ("a\nb", [.insert(after: 2, lines: ["x"])], "a\nb\nx\n"),
            ("a\nb\n", [.insert(after: 2, lines: ["x"])], "a\nb\nx\n"),
            ("", [.insert(after: 0, lines: ["x"])], "x\n"),
            ("\u{FEFF}a\n", [.insert(after: 0, lines: ["x"])], "\u{FEFF}x\na\n"),
            (
                "ab\n",
                [
                    .replace(line: 1, bytes: 2..<2, text: "Y"),
                    .replace(line: 1, bytes: 0..<0, text: "X"),
                ],
                "XabY\n"
            ),
            // Outside the text nothing can be changed.
            ("a\n", [.replace(line: 9, bytes: 0..<1, text: "X")], "a\n"),
            ("a\n", [.replace(line: 1, bytes: 0..<9, text: "X")], "a\n"),
            ("a\n", [.insert(after: 9, lines: ["x"])], "a\n"),
        ] as [(String, [SourceEdit.Change], String)])
    func apply(text: String, changes: [SourceEdit.Change], expected: String) {
        // Swift's strings take CRLF for one character; bytes decide here.
        #expect(Array(applied(changes, to: text).utf8) == Array(expected.utf8))
    }
}
