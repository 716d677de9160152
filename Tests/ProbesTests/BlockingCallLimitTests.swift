import Dispatch
import Machine
import Testing

@testable import Probes

@Suite(.timeLimit(.minutes(1))) struct BlockingCallLimitTests {
    private let clock = FakeClock(advancesItself: false)

    @Test("a call that returns gives its value")
    func returns() async {
        let value = await BlockingCall.value(within: .seconds(5), on: clock) { 42 }
        #expect(value == 42)
    }

    @Test("a call that never returns is left behind when the time is up")
    func hangs() async {
        let gate = DispatchSemaphore(value: 0)
        defer { gate.signal() }
        let patient = FakeClock(advancesItself: true)
        let value: Int? = await BlockingCall.value(within: .seconds(5), on: patient) {
            gate.wait()
            return 42
        }
        #expect(value == nil)
        #expect(patient.slept == [.seconds(5)])
    }

    @Test("a cancelled task does not wait for the call")
    func cancelled() async {
        let gate = DispatchSemaphore(value: 0)
        defer { gate.signal() }
        let task = Task { [clock] in
            await BlockingCall.value(within: .seconds(5), on: clock) { gate.wait() }
        }
        task.cancel()
        #expect(await task.value == nil)
    }
}
