import Foundation
import Machine
import Testing

@Suite("The fake clock")
struct FakeClockTests {
    @Test("a sleep moves a clock that advances itself")
    func advancesItself() async throws {
        let clock = FakeClock(now: Date(timeIntervalSince1970: 100))
        try await clock.sleep(for: .seconds(5))
        #expect(clock.uptime == .seconds(5))
        #expect(clock.now == Date(timeIntervalSince1970: 105))
        #expect(clock.slept == [.seconds(5)])
    }

    @Test("a sleeper wakes when the clock was moved far enough, and not before")
    func wakes() async throws {
        let clock = FakeClock(advancesItself: false)
        async let sleeping: Void = clock.sleep(for: .seconds(10))
        while clock.sleeperCount == 0 { await Task.yield() }
        clock.advance(by: .seconds(9))
        #expect(clock.sleeperCount == 1)
        clock.advance(by: .seconds(1))
        #expect(clock.sleeperCount == 0)
        try await sleeping
    }

    @Test("a cancelled sleeper stops sleeping")
    func cancelled() async throws {
        let clock = FakeClock(advancesItself: false)
        let sleeping = Task { try await clock.sleep(for: .seconds(10)) }
        while clock.sleeperCount == 0 { await Task.yield() }
        sleeping.cancel()
        await #expect(throws: CancellationError.self) { try await sleeping.value }
        #expect(clock.sleeperCount == 0)
    }
}
