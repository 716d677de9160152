import Testing

@testable import Triage

@Suite("Look limits") struct LookLimitsTests {
    @Test("a limit is at least one")
    func least() {
        #expect(LookLimits(0) == LookLimits(waiting: 1, working: 1))
    }

    @Test(
        "where fewer can be under way, both sorts give way",
        arguments: [
            (100, 64, 16), (80, 64, 16), (40, 32, 8), (3, 2, 1), (1, 1, 1), (0, 1, 1), (-5, 1, 1),
        ])
    func within(total: Int, waiting: Int, working: Int) {
        let limits = LookLimits(waiting: 64, working: 16).within(total)
        #expect(limits == LookLimits(waiting: waiting, working: working))
    }
}
