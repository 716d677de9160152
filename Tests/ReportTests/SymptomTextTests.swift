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

    @Test("an entry whose probes could not tell is not called untested")
    func open() {
        let text = SymptomText.report(
            of: found, statuses: ["s/ic-02": .open, "s/ic-01": .open], style: TextStyle())
        #expect(text.contains("  open: its probes could not tell\n"), "\(text)")
        #expect(text.contains("Cannot go live (open)"))
    }

    @Test("without a confident match the nearest are named, and nothing is claimed")
    func nothing() throws {
        let result = SearchResult(
            query: "parking permit", matches: [], nearest: [match("ic-01", "Cannot go live")])
        try Golden.expect(
            SymptomText.report(of: result, style: TextStyle()), equals: "symptom-none.txt")
    }

    private var explained: SearchResult {
        var result = found
        result.matches[0].reasons = [
            SearchReason(typed: "listener", found: "listener", fields: ["title", "symptoms"]),
            SearchReason(typed: "quiet", found: "hears nothing", fields: ["title"]),
            SearchReason(typed: "zebra", found: nil, fields: []),
        ]
        return result
    }

    @Test("reasons are told where the result has them")
    func reasons() {
        let text = SymptomText.report(of: explained, style: TextStyle())
        #expect(text.contains("    \"listener\" in title, symptoms\n"))
        #expect(text.contains("    \"quiet\" as \"hears nothing\" in title\n"))
        #expect(text.contains("    nowhere: \"zebra\"\n"))
        let document = SymptomJSON.document(of: explained)
        #expect(document.contains(#""typed": "quiet""#))
        #expect(document.contains(#""found": null"#))
        #expect(!SymptomJSON.document(of: found).contains("why"))
    }

    @Test("entries to pick from have numbers")
    func choices() {
        let text = SymptomText.choices(
            found.matches, for: found.query, style: TextStyle())
        #expect(text.contains("Several entries fit \"listener hears nothing\""))
        #expect(text.contains("  1  Listener hears nothing (s/ic-02)\n"))
        #expect(text.contains("  2  Cannot go live (s/ic-01)\n"))
    }

    @Test("of many near entries three are named")
    func nearest() {
        let result = SearchResult(
            query: "x", matches: [], nearest: (1...9).map { match("ic-0\($0)", "Entry \($0)") })
        let text = SymptomText.report(of: result, style: TextStyle())
        #expect(text.contains("ic-03") && !text.contains("ic-04"))
    }

    @Test("as JSON")
    func json() throws {
        try Golden.expect(
            SymptomJSON.document(of: found, statuses: ["s/ic-02": .confirmed]),
            equals: "symptom.json")
    }
}
