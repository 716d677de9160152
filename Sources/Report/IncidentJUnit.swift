import Triage

/// What replaying recorded incidents came to as a JUnit report, one suite for all.
public enum IncidentJUnit {
    /// The document.
    public static func document(of results: [IncidentResult]) -> String {
        let failures = results.count { !$0.isAsExpected && !$0.isBroken }
        let attributes: [(String, String)] = [
            ("name", "incidents"), ("tests", "\(results.count)"), ("failures", "\(failures)"),
            ("errors", "\(results.count(where: \.isBroken))"), ("skipped", "0"), ("time", "0"),
        ]
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites>\n"
            + "  <testsuite\(XMLText.attributes(attributes))>\n"
            + results.map(testCase).joined() + "  </testsuite>\n</testsuites>\n"
    }

    private static func testCase(_ result: IncidentResult) -> String {
        let attributes = [("name", result.name), ("classname", "incidents"), ("time", "0")]
        let open = "    <testcase\(XMLText.attributes(attributes))"
        switch result.outcome {
        case .same, .updated: return open + "/>\n"
        case .differs(let differences):
            let message = XMLText.attributes([("message", differences.joined(separator: "; "))])
            return "\(open)>\n      <failure\(message)/>\n    </testcase>\n"
        case .broken(let reason):
            let message = XMLText.attributes([("message", reason)])
            return "\(open)>\n      <error\(message)/>\n    </testcase>\n"
        }
    }
}
