/// Lets so many looks be under way at once, whichever source of evidence they are of.
actor LookGate {
    private var room: Int
    private var waiting: [CheckedContinuation<Void, Never>] = []

    /// A gate for so many.
    init(room: Int) { self.room = room }

    /// Runs an operation as soon as there is room, in the order in which they come.
    ///
    /// Who is cancelled while waiting still waits, but not for long: those who are under way are
    /// cancelled with it.
    nonisolated func pass<Value: Sendable>(
        _ operation: @Sendable () async -> Value
    ) async -> Value {
        await enter()
        let value = await operation()
        await leave()
        return value
    }

    private func enter() async {
        if room > 0 {
            room -= 1
        } else {
            await withCheckedContinuation { waiting.append($0) }
        }
    }

    private func leave() {
        if waiting.isEmpty {
            room += 1
        } else {
            waiting.removeFirst().resume()
        }
    }
}
