import Testing

@testable import Evidence

@Suite struct TokenNumbersTests {
    @Test(
        "tokens are found and made the same, all else stays",
        arguments: [
            ("a [redacted:3] b [redacted:12]", 12, "a [redacted] b [redacted]"),
            ("[redacted] [redacted:] [redacted:x] [redacted:4", 0, nil),
            ("[redacted:99999999999999999999]", 0, nil), ("", 0, nil),
            ("[redacted:[redacted:7]]", 7, "[redacted:[redacted]]"),
        ] as [(String, Int, String?)])
    func tokens(text: String, highest: Int, removed: String?) {
        #expect(TokenNumbers.highest(in: text) == highest)
        #expect(TokenNumbers.removed(from: text) == removed ?? text)
    }
}
