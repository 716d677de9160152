import Catalog
import Report
import Testing

@Suite struct CatalogJSONTests {
    @Test("the document, absent values included")
    func document() throws {
        let entry = SampleVerdict.entry(
            "ic-01", "Interpreter cannot \"Go Live\"",
            fixes: [Fix(text: "restart", commands: ["docker compose restart mediamtx"])])
        let diagnostic = Diagnostic(
            .warning, rule: "front-matter-key", "unknown key 'ownr'; did you mean 'owner'?",
            at: SourceLocation(file: "runbooks/s.md", line: 3, column: 1))
        try Golden.expect(
            CatalogJSON.document(of: [entry], diagnostics: [diagnostic]), equals: "list.json")
    }
}
