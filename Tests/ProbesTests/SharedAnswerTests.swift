import Synchronization
import Testing

@testable import Probes

@Suite struct SharedAnswerTests {
    /// Counts askings and holds them until they are let go or cancelled.
    private final class Asked: Sendable {
        let count = Mutex(0)
        let gate = AsyncStream<Void>.makeStream()

        func ask() async -> Int {
            let number = count.withLock { count in
                count += 1
                return count
            }
            for await _ in gate.stream { break }
            return number
        }
    }

    @Test("all who wait get the one answer")
    func shared() async {
        let asked = Asked()
        let answer = SharedAnswer { await asked.ask() }
        await withTaskGroup(of: Int?.self) { group in
            for _ in 0..<50 { group.addTask { await answer.value() } }
            asked.gate.continuation.yield()
            for await value in group { #expect(value == 1) }
        }
        #expect(await answer.value() == 1)
        #expect(asked.count.withLock { $0 } == 1)
    }

    @Test("a waiter that is cancelled leaves, the others get their answer")
    func leaving() async {
        let asked = Asked()
        let answer = SharedAnswer { await asked.ask() }
        async let patient = answer.value()
        let impatient = Task { await answer.value() }
        impatient.cancel()
        #expect(await impatient.value == nil)
        asked.gate.continuation.yield()
        #expect(await patient == 1)
    }

    @Test("an asking that nobody waits for is cancelled, and the next waiter asks anew")
    func restart() async {
        let (started, start) = AsyncStream<Int>.makeStream()
        let round = Mutex(0)
        let answer = SharedAnswer { () -> Int in
            let number = round.withLock { round in
                round += 1
                return round
            }
            start.yield(number)
            if number == 1 {
                while !Task.isCancelled { await Task.yield() }
            }
            return number
        }
        let first = Task { await answer.value() }
        for await _ in started { break }
        first.cancel()
        #expect(await first.value == nil)
        #expect(await answer.value() == 2)
    }
}
