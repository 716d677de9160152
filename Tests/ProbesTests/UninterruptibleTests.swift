import Foundation
import Testing

@testable import Probes

@Suite(.timeLimit(.minutes(1))) struct UninterruptibleTests {
    @Test("work gives its value")
    func value() async {
        #expect(await Uninterruptible.value { stop in stop.isSet ? 0 : 7 } == 7)
    }

    @Test("work that nobody waits for any more is left behind, and told so")
    func cancelled() async {
        let (begun, begin) = AsyncStream.makeStream(of: Void.self)
        let (ended, end) = AsyncStream.makeStream(of: Void.self)
        let task = Task {
            await Uninterruptible.value { stop in
                begin.finish()
                while !stop.isSet { sched_yield() }
                end.finish()
                return 7
            }
        }
        for await _ in begun {}
        task.cancel()
        #expect(await task.value == nil)
        for await _ in ended {}
    }

    @Test("work of a task that is cancelled already is not begun")
    func tooLate() async {
        let task = Task {
            withUnsafeCurrentTask { $0?.cancel() }
            return await Uninterruptible.value { _ in 7 }
        }
        #expect(await task.value == nil)
    }
}
