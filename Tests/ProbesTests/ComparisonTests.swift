import Catalog
import Testing

@testable import Probes

@Suite struct ComparisonTests {
    private func finding(_ reading: Reading, _ words: String, _ type: ValueType) throws
        -> Comparison.Finding
    {
        let condition = try #require(try LineCheck.line("x y key\(words)").conditions.first)
        return Comparison.finding(
            of: reading,
            against: Expectation("key", condition.comparison, condition.value, type: type))
    }

    @Test(
        "a value meets a condition or not",
        arguments: [
            ("200", "=200", .number, true), ("200", "=201", .number, false),
            ("200.0", "=200", .number, true), ("200", "!=201", .number, true),
            ("200", "!=200", .number, false), ("200", "<400", .number, true),
            ("400", "<400", .number, false), ("400", "<=400", .number, true),
            ("500", ">400", .number, true), ("400", ">=400", .number, true),
            ("399", ">=400", .number, false), ("1.5s", "<2s", .duration, true),
            ("300ms", "<1s", .duration, true), ("60s", "=1m", .duration, true),
            ("1GB", ">=1000MB", .bytes, true), ("1GiB", ">1GB", .bytes, true),
            ("10%", ">=9.5%", .percent, true), ("true", "=true", .boolean, true),
            ("true", "=false", .boolean, false), ("a b", "~^a", .text, true),
            ("a b", "~^b", .text, false), ("a b", "!~^b", .text, true),
            ("a b", "!~^a", .text, false),
            ("x", "=x", .text, true), ("X", "=x", .text, false), ("", "=''", .text, true),
            ("7", ">5", .text, true), ("é", "=e\u{301}", .text, true),
        ] as [(String, String, ValueType, Bool)])
    func values(seen: String, words: String, type: ValueType, holds: Bool) throws {
        let finding = try finding(.value(ObservedValue(seen)), words, type)
        #expect(finding.outcome == (holds ? .pass : .fail))
        #expect(finding.observed == seen)
        #expect(finding.isMeasured)
    }

    @Test(
        "a label counts as the value",
        arguments: [("=head", true), ("!=head", false), ("=base", false)])
    func labels(words: String, holds: Bool) throws {
        let value = ObservedValue("a1b2", labels: ["head"])
        #expect(try finding(.value(value), words, .text).outcome == (holds ? .pass : .fail))
    }

    @Test("a value that is not of the type fails and says so")
    func wrongType() throws {
        let finding = try finding(.value(ObservedValue("soon")), "<2s", .duration)
        #expect(finding.outcome == .fail)
        #expect(finding.observed == "soon, which is not a time such as 2s or 5m")
    }

    @Test("all of several values must meet the condition, and those that differ are named")
    func several() throws {
        let values = ["a", "b", "c", "d", "e"].map { ObservedValue($0, subject: "at-\($0)") }
        #expect(try finding(.values(values), "~[a-e]", .text).outcome == .pass)
        let one = try finding(.values(values), "!=b", .text)
        #expect(one.outcome == .fail)
        #expect(one.observed == "at-b: b")
        #expect(one.failingSubjects == ["at-b"])
        let many = try finding(.values(values), "=a", .text)
        #expect(many.observed == "at-b: b, at-c: c, at-d: d and 1 more")
        #expect(try finding(.values([]), "=a", .text).outcome == .pass)
    }

    @Test(
        "what is shown in place of a value is shown in every outcome",
        arguments: ["=x", "!=x", "<1"])
    func display(words: String) throws {
        let value = ObservedValue("hunter2", display: "7 characters")
        let finding = try finding(.value(value), words, .text)
        #expect(!finding.observed.contains("hunter2"))
        #expect(finding.observed.contains("7 characters"))
    }

    @Test(
        "an absent value meets != and !~ only",
        arguments: [("=x", false), ("!=x", true), ("~x", false), ("!~x", true), ("<1", false)])
    func missing(words: String, holds: Bool) throws {
        let finding = try finding(.missing("none"), words, .text)
        #expect(finding.outcome == (holds ? .pass : .fail))
        #expect(finding.isMeasured)
    }

    @Test(
        "a subject that is broken fails, one that can't be seen is unknown",
        arguments: ["=x", "!=x", "<1"])
    func brokenAndUnseen(words: String) throws {
        let broken = try finding(.failed("refused"), words, .text)
        #expect(broken.outcome == .fail && !broken.isMeasured && broken.observed == "refused")
        let unseen = try finding(.unknown("no docker"), words, .text)
        #expect(unseen.outcome == .unknown && !unseen.isMeasured && unseen.observed == "no docker")
    }

    @Test("what a kind judged itself stands")
    func judged() throws {
        #expect(try finding(.judged(true, observed: "yes"), "=x", .list).outcome == .pass)
        #expect(try finding(.judged(false, observed: "no"), "=x", .list).outcome == .fail)
    }
}
