import Catalog
import Report
import Testing

@Suite struct DiagnosticTextTests {
    @Test("the form that compilers use, outside text made harmless")
    func form() {
        let lines = DiagnosticText.lines(
            of: [
                Diagnostic(
                    .error, rule: "probe-kind", "unknown probe kind 'a\u{1B}[2J'",
                    at: SourceLocation(file: "a.md", line: 3, column: 7))
            ], style: TextStyle())
        #expect(lines == "a.md:3:7: error: unknown probe kind 'a' [probe-kind]\n")
    }
}
