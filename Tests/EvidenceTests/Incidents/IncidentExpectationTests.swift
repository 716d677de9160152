import Testing
import Triage

@testable import Evidence

@Suite struct IncidentExpectationTests {
    @Test("what is written down is read again")
    func roundTrip() throws {
        for lead in [nil, "s/ic-01"] {
            let expectation = VerdictExpectation(
                health: .unhealthy, lead: lead, explains: ["s/ic-01", "s/ic-02"])
            let document = IncidentExpectation.document(of: expectation)
            #expect(try IncidentExpectation.read(document) == expectation)
        }
    }

    @Test(
        "what is missing or mistyped is named",
        arguments: [
            ("{}", "verdict"), (#"{"verdict": "sick", "explains": []}"#, "verdict"),
            (#"{"verdict": "healthy"}"#, "explains"),
            (#"{"verdict": "healthy", "lead": 1, "explains": []}"#, "lead"), ("", "empty"),
        ])
    func refused(text: String, message: String) {
        let failure = #expect(throws: RecordFailure.self) { try IncidentExpectation.read(text) }
        #expect(failure?.summary.contains(message) == true)
    }
}
