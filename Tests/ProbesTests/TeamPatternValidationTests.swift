import Catalog
import Probes
import Redaction
import Testing

@Suite struct TeamPatternValidationTests {
    private func runbook(_ patterns: String...) -> Runbook {
        var runbook = Runbook(file: "a.md", system: "a", title: "A")
        runbook.redactions = patterns.enumerated().map {
            TeamPattern($0.element, at: SourceLocation(file: "a.md", line: $0.offset + 2))
        }
        return runbook
    }

    @Test("a pattern that is none is an error at its place, the others hide")
    func mixed() {
        let runbook = runbook("CUST-[0-9]{8}", "(unclosed", ".*")
        let diagnostics = TeamPatternValidation.diagnostics(for: runbook)
        #expect(diagnostics.map(\.location.line) == [3, 4])
        #expect(diagnostics.allSatisfy { $0.severity == .error })
        #expect(
            diagnostics.first?.message
                == "'(unclosed' cannot be a pattern of what to hide: '(' is not closed")
        let redactor = Redactor()
        redactor.learn(patterns: TeamPatternValidation.patterns(in: [runbook]))
        #expect(redactor.redact("of CUST-12345678 x") == "of [redacted:1] x")
    }
}
