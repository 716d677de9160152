import Foundation
import Report
import Testing
import Triage

@Suite struct IncidentTextTests {
    private static let found = VerdictExpectation(
        health: .unhealthy, lead: "s/a", explains: ["s/a"])
    private static let results = [
        IncidentResult(name: "portal-down", outcome: .same, expected: found, found: found),
        IncidentResult(
            name: "media-down", outcome: .differs(["s/a leads, expected s/b"]), expected: found,
            found: found, unrecorded: ["http ${URL} status=200"]),
        IncidentResult(name: "new", outcome: .updated, found: found),
        IncidentResult(name: "torn", outcome: .broken("no bundle <here>")),
    ]

    @Test("a line an incident, differences and what was not recorded below")
    func text() {
        let text = IncidentText.report(of: Self.results, style: TextStyle())
        #expect(
            text == """
                ✓ portal-down: unhealthy, s/a leads
                ✗ media-down
                    s/a leads, expected s/b
                    1 line not recorded then:
                    ? http ${URL} status=200
                ✓ new: written down: unhealthy, s/a leads
                ✗ torn: no bundle <here>

                2 of 4 incidents as expected

                """)
    }

    @Test("programs read the same")
    func document() throws {
        let document = IncidentJSON.document(of: Self.results)
        let object = try JSONSerialization.jsonObject(with: Data(document.utf8)) as? [String: Any]
        #expect(object?["schema"] as? String == "diagnose.test/1")
        #expect(object?["passed"] as? Int == 2)
        #expect(object?["failed"] as? Int == 2)
        let incidents = object?["incidents"] as? [[String: Any]]
        #expect(
            incidents?.map { $0["outcome"] as? String } == ["pass", "fail", "updated", "error"])
    }

    @Test("JUnit tells what differs from what is broken")
    func junit() {
        let document = IncidentJUnit.document(of: Self.results)
        #expect(document.contains("tests=\"4\" failures=\"1\" errors=\"1\""))
        #expect(document.contains("<failure message=\"s/a leads, expected s/b\"/>"))
        #expect(document.contains("<error message=\"no bundle &lt;here&gt;\"/>"))
    }
}
