import Catalog
import Testing

@testable import Probes

@Suite struct PatternSearchTests {
    /// Takes a second or more: each further `a` takes six tenths more time.
    private static let slow = (pattern: "(a|aa)*c", text: String(repeating: "a", count: 29))

    @Test(
        "a pattern is found, or not, or is none",
        arguments: [
            ("b+", "abc", PatternSearch.Answer.found), ("d", "abc", .notFound),
            ("(", "abc", .malformed), ("", "", .found),
            (String(repeating: "[", count: 20_000), "abc", .malformed),
            (
                String(repeating: "[", count: 20_000) + "a" + String(repeating: "]", count: 20_000),
                "abc", .malformed
            ),
        ])
    func answers(pattern: String, text: String, answer: PatternSearch.Answer) {
        #expect(PatternSearch.answer(to: pattern, in: text, within: .seconds(20)) == answer)
    }

    @Test("a search that takes too long is given up")
    func unfinished() {
        let answer = PatternSearch.answer(
            to: Self.slow.pattern, in: Self.slow.text, within: .milliseconds(10))
        #expect(answer == .unfinished)
    }

    @Test(
        "a value whose pattern takes too long is neither right nor wrong",
        arguments: [Condition.Operator.matches, .doesNotMatch])
    func unknown(comparison: Condition.Operator) {
        let finding = Comparison.finding(
            of: .value(ObservedValue(Self.slow.text)),
            against: Expectation("body", comparison, Self.slow.pattern))
        #expect(finding.outcome == .unknown)
        #expect(finding.observed == "the pattern takes too long to look for")
    }
}
