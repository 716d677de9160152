import Testing

@testable import Triage

@Suite struct VerdictExpectationTests {
    private static let expected = VerdictExpectation(
        health: .unhealthy, lead: "s/a", explains: ["s/a", "s/b"])

    @Test(
        "every difference is told in words",
        arguments: [
            (expected, []),
            (.init(health: .unhealthy, lead: "s/a", explains: ["s/b", "s/a"]), []),
            (
                .init(health: .unhealthy, lead: "s/b", explains: ["s/a", "s/b"]),
                ["s/b leads, expected s/a"]
            ),
            (
                .init(health: .unhealthy, lead: "s/a", explains: ["s/a", "s/c"]),
                ["it no longer explains s/b", "it now explains s/c"]
            ),
            (
                .init(health: .healthy, lead: nil, explains: ["s/a", "s/b"]),
                ["the verdict is healthy, expected unhealthy", "nothing leads, expected s/a"]
            ),
        ] as [(VerdictExpectation, [String])])
    func differences(found: VerdictExpectation, differences: [String]) {
        #expect(Self.expected.differences(from: found) == differences)
    }

    @Test("what leads is named by its entry, else by its step, else by its component")
    func names() {
        let runbook = RecordBuilder.runbook(entries: ["a"])
        func lead(_ owners: [Owner]) -> String? {
            let item = RecordBuilder.failing("http x", component: "portal", owners: owners)
            let record = TriageRecord(runbooks: [runbook], items: [item])
            return VerdictExpectation(of: Verdict(of: record)).lead
        }
        #expect(lead([RecordBuilder.entry("a"), RecordBuilder.step(2)]) == "s/a")
        #expect(lead([]) == "portal")
    }
}
