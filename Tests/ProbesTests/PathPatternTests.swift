import Testing

@testable import Probes

@Suite struct PathPatternTests {
    @Test(
        "a star stands for anything",
        arguments: [
            ("*", "a/b", true), ("a/*", "a/b/c", true), ("*/en", "x/en", true),
            ("*/en", "en", false),
            ("a*c", "abc", true), ("a*c", "ac", true), ("a*a", "a", false), ("ab", "ab", true),
            ("ab", "abc", false), ("a**b", "a-b", true), ("*a*b*", "xxaxxbxx", true),
            ("*a*b*", "xxbxxaxx", false), ("", "", true), ("*", "", true), ("é*", "éa", true),
        ])
    func matches(pattern: String, name: String, fits: Bool) {
        #expect(PathPattern(pattern).matches(name) == fits)
    }
}
