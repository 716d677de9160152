import Testing

@testable import Triage

@Suite("Look limits") struct LookLimitsTests {
    @Test("a limit is at least one")
    func least() {
        #expect(LookLimits(0) == LookLimits(all: 1, working: 1))
    }

    @Test(
        "a system that lets little be open lowers both limits",
        arguments: [(1000, 64, 16), (64, 64, 16), (20, 20, 16), (3, 3, 3), (0, 1, 1), (-5, 1, 1)])
    func within(most: Int, all: Int, working: Int) {
        #expect(LookLimits.usual.within(most) == LookLimits(all: all, working: working))
    }
}
