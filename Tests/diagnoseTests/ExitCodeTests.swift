import Testing
import Triage

@testable import diagnose

@Suite struct ExitCodeTests {
    @Test(
        "the verdict decides, and only what is unknown can be let pass",
        arguments: [
            (.healthy, false, 0), (.unhealthy, false, 1), (.inconclusive, false, 2),
            (.healthy, true, 0), (.unhealthy, true, 1), (.inconclusive, true, 0),
        ] as [(Verdict.Health, Bool, Int32)])
    func verdicts(health: Verdict.Health, allowsUnknown: Bool, code: Int32) {
        #expect(ExitCode(health, allowsUnknown: allowsUnknown).rawValue == code)
    }
}
