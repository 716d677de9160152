import Logs
import Testing

@Suite("Literal finder")
struct LiteralFinderTests {
    @Test(
        "a text is found wherever it stands, and nowhere else",
        arguments: [
            ("ab", "xxab", true), ("ab", "abxx", true), ("ab", "a", false), ("ab", "", false),
            ("", "", true), ("", "x", true), ("aab", "aaaab", true), ("aab", "aaaaa", false),
            ("abac", "ababac", true), ("Ab", "ab", false), ("é", "caf\u{E9}", true),
            ("a", "bbb", false),
            ("ab", "acab", true), ("aba", "abbaba", true),
        ])
    func finds(text: String, line: String, expected: Bool) {
        #expect(LiteralFinder(text).isFound(in: Array(line.utf8)[...]) == expected)
    }

    @Test("a place in the middle of an array is searched alone")
    func slices() {
        let bytes = Array("abXabY".utf8)
        #expect(!LiteralFinder("X").isFound(in: bytes[3...]))
        #expect(LiteralFinder("Y").isFound(in: bytes[3...]))
        #expect(!LiteralFinder("Y").isFound(in: bytes[..<5]))
    }

    @Test("a text made to backtrack takes no longer than its length")
    func linear() {
        let finder = LiteralFinder(String(repeating: "a", count: 500) + "b")
        let line = [UInt8](repeating: 0x61, count: 1_000_000)
        let duration = ContinuousClock().measure { #expect(!finder.isFound(in: line[...])) }
        #expect(duration < .seconds(30))
    }
}
