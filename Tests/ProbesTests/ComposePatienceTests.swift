import Testing

@testable import Probes

@Suite struct ComposePatienceTests {
    @Test("what a run asks once takes longer where a probe may, and never less")
    func longest() {
        let patience = ComposePatience()
        for (probe, timeout) in [(1, 8), (10, 8), (30, 24), (20, 24)] {
            patience.allow(for: .seconds(probe))
            #expect(patience.timeout == .seconds(timeout))
        }
    }
}
