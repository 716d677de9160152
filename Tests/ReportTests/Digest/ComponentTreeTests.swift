import Testing
import Triage

@testable import Report

@Suite struct ComponentTreeTests {
    @Test("what follows stands below what it follows from")
    func chain() {
        #expect(
            Self.text(of: SampleVerdict.chain) == """
                ✗ mediamtx: root cause
                  ↳ portal: follows
                    ↳ booth: follows
                ✗ worker: broken, too
                ? migrations: unknown
                ✓ database: passes
                """)
    }

    @Test("where all is well there is nothing to draw")
    func healthy() {
        #expect(Self.text(of: SampleVerdict.healthy).isEmpty)
    }

    @Test("a circle ends, and what no edge leads to is listed all the same")
    func circle() {
        var verdict = SampleVerdict.chain
        verdict.dependencies = ["portal": ["mediamtx", "booth"], "booth": ["portal"]]
        #expect(Self.text(of: verdict).contains("    ↳ booth"))
        verdict.dependencies = [:]
        #expect(Self.text(of: verdict).contains("\n↳ booth: follows"))
    }

    private static func text(of verdict: Verdict) -> String {
        ComponentTree(of: ComponentMap(of: verdict)).lines.map { line in
            String(repeating: "  ", count: line.depth) + "\(line.mark) \(line.name)\(line.words)"
        }
        .joined(separator: "\n")
    }
}
