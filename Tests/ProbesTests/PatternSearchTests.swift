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

    @Test("many texts share one time, and what comes after an endless search is left out")
    func several() {
        let texts = ["abc", "bd", Self.slow.text, "abc"]
        let answers = PatternSearch.answers(
            to: "abc|\(Self.slow.pattern)", in: texts, within: .milliseconds(100))
        #expect(answers == [.found, .notFound, .unfinished, .unfinished])
        #expect(PatternSearch.answers(to: "b", in: [], within: .seconds(0)) == [])
        let endless = [String](repeating: Self.slow.text, count: 1000)
        let none = PatternSearch.answers(
            to: Self.slow.pattern, in: endless, within: .milliseconds(10))
        #expect(none == [PatternSearch.Answer](repeating: .unfinished, count: 1000))
    }

    @Test("first matches are those of all texts, or none")
    func firstMatches() {
        let texts = ["xab", "", "bb"]
        #expect(PatternSearch.firstMatches(of: "a?b", in: texts) == ["ab", nil, "b"])
        #expect(
            PatternSearch.firstMatches(
                of: Self.slow.pattern, in: ["c", Self.slow.text], within: .milliseconds(10)) == nil)
    }

    @Test(
        "of many values, one whose pattern takes too long leaves open what no other tells",
        .timeLimit(.minutes(1)))
    func manyValues() {
        let values = [String](repeating: Self.slow.text, count: 200).map { ObservedValue($0) }
        let expectation = Expectation("json.[*]", .matches, Self.slow.pattern)
        let open = Comparison.finding(of: .values(values), against: expectation)
        #expect(open.outcome == .unknown)
        let failing = Comparison.finding(
            of: .values([ObservedValue("b")] + values), against: expectation)
        #expect(failing.outcome == .fail)
        #expect(failing.observed == "b")
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
