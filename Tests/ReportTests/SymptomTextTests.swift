import Catalog
import Report
import Search
import Testing
import Triage

@Suite struct SymptomTextTests {
    private func match(_ name: String, _ title: String) -> SearchMatch {
        let entry = SampleVerdict.entry(
            name, title, fixes: [Fix(text: "restart it", commands: ["docker compose restart x"])])
        return SearchMatch(entry: entry, score: 12.34567, confidence: 0.9)
    }

    private var found: SearchResult {
        SearchResult(
            query: "listener hears nothing",
            matches: [match("ic-02", "Listener hears nothing"), match("ic-01", "Cannot go live")],
            nearest: [])
    }

    @Test("the best entry is told, the others are named")
    func matches() throws {
        try Golden.expect(
            SymptomText.report(
                of: found, statuses: ["s/ic-02": .confirmed, "s/ic-01": .ruledOut],
                style: TextStyle()),
            equals: "symptom.txt")
    }

    @Test("without a confident match the nearest are named, and nothing is claimed")
    func nothing() throws {
        let result = SearchResult(
            query: "parking permit", matches: [], nearest: [match("ic-01", "Cannot go live")])
        try Golden.expect(
            SymptomText.report(of: result, style: TextStyle()), equals: "symptom-none.txt")
    }

    @Test("as JSON")
    func json() throws {
        try Golden.expect(
            SymptomJSON.document(of: found, statuses: ["s/ic-02": .confirmed]),
            equals: "symptom.json")
    }
}
