extension WorldClock {
    /// What the operation gives, or `nil` where it took longer than the limit; it is cancelled then,
    /// and must heed that.
    public func result<Value: Sendable>(
        within limit: Duration, of operation: @escaping @Sendable () async -> Value
    ) async -> Value? {
        await withTaskGroup(of: Value?.self) { group in
            group.addTask { await operation() }
            group.addTask {
                try? await sleep(for: limit)
                return nil
            }
            let first = await group.next() ?? nil
            group.cancelAll()
            return first
        }
    }
}
