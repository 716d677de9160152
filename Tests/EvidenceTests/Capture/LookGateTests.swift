import Synchronization
import Testing

@testable import Evidence

@Suite struct LookGateTests {
    /// How many are under way, and how many were at most.
    private final class Count: Sendable {
        private let state = Mutex((now: 0, most: 0, all: 0))
        var most: Int { state.withLock(\.most) }
        var all: Int { state.withLock(\.all) }

        func begin() {
            state.withLock {
                $0.now += 1
                $0.all += 1
                $0.most = max($0.most, $0.now)
            }
        }

        func end() { state.withLock { $0.now -= 1 } }
    }

    @Test("no more are under way than there is room for, and all come through", arguments: [1, 3])
    func bound(room: Int) async {
        let gate = LookGate(room: room)
        let count = Count()
        await withTaskGroup { group in
            for _ in 0..<50 {
                group.addTask {
                    await gate.pass {
                        count.begin()
                        for _ in 0..<20 { await Task.yield() }
                        count.end()
                    }
                }
            }
        }
        #expect(count.most <= room)
        #expect(count.all == 50)
    }
}
