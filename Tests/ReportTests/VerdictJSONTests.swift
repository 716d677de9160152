import Report
import Testing

@Suite struct VerdictJSONTests {
    @Test("the document")
    func document() throws {
        try Golden.expect(
            VerdictJSON.document(of: SampleVerdict.report(SampleVerdict.unhealthy)),
            equals: "verdict.json")
    }

    @Test("what is absent is null or empty, never left out")
    func absent() throws {
        try Golden.expect(
            VerdictJSON.document(of: SampleVerdict.report(SampleVerdict.healthy)),
            equals: "verdict-healthy.json")
    }
}
