import Testing

@testable import Catalog

@Suite("Byte search")
struct ByteSearchTests {
    @Test(
        "the end of the first occurrence at or after a place is found",
        arguments: [
            ("ab", "xxabab", 0, 4 as Int?), ("ab", "xxabab", 3, 6), ("aab", "aaab", 0, 4),
            ("abab", "abacabab", 0, 8), ("b", "aaa", 0, nil), ("", "aaa", 0, nil),
            ("abc", "ab", 0, nil), ("a", "a", 1, nil), ("a", "a", -1, nil),
        ])
    func ends(pattern: String, text: String, start: Int, expected: Int?) {
        #expect(
            ByteSearch.end(of: Array(pattern.utf8), in: Array(text.utf8), from: start) == expected)
    }
}
