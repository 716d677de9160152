import Catalog
import Testing

@testable import Report

@Suite struct GitHubAnnotationsTests {
    @Test(
        "a line a diagnostic, with what would end a field or the line escaped",
        arguments: [
            (
                Diagnostic.Severity.error, "docs/a.md", "plain",
                "::error file=docs/a.md,line=3,col=7,title=rule::plain\n"
            ),
            (
                .warning, "./a,b:c%.md", "50 % of: a, b",
                "::warning file=a%2Cb%3Ac%25.md,line=3,col=7,title=rule::50 %25 of: a, b\n"
            ),
            (
                .note, "a.md", "one\r\n::error::two\u{1B}[2J\u{202E}",
                "::notice file=a.md,line=3,col=7,title=rule::one%0D%0A::error::two\u{FFFD}\n"
            ),
        ])
    func line(severity: Diagnostic.Severity, file: String, message: String, expected: String) {
        let place = SourceLocation(file: file, line: 3, column: 7)
        let diagnostic = Diagnostic(severity, rule: "rule", message, at: place)
        #expect(GitHubAnnotations.lines(of: [diagnostic]) == expected)
    }
}
