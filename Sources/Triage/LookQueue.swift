/// Looks that are to be begun in the plan's order, as soon as the limit of their sort allows.
struct LookQueue {
    private var waiting: ArraySlice<Look>
    private var working: ArraySlice<Look>
    private var room: Int
    private var roomToWork: Int

    /// Queues looks, which are in the plan's order.
    init(_ looks: [Look], limits: LookLimits) {
        waiting = looks.filter(\.kind.onlyWaits)[...]
        working = looks.filter { !$0.kind.onlyWaits }[...]
        room = limits.all
        roomToWork = limits.working
    }

    /// Takes the first look that may begin; `nil` where none may now.
    mutating func next() -> Look? {
        let candidates = [waiting.first, roomToWork > 0 ? working.first : nil].compactMap(\.self)
        guard room > 0, let first = candidates.min(by: Self.isEarlier) else { return nil }
        room -= 1
        if first.kind.onlyWaits { return waiting.popFirst() }
        roomToWork -= 1
        return working.popFirst()
    }

    /// Makes room where a look has ended.
    mutating func finish(_ look: Look) {
        room += 1
        if !look.kind.onlyWaits { roomToWork += 1 }
    }

    private static func isEarlier(_ look: Look, than other: Look) -> Bool {
        (look.positions.first ?? 0) < (other.positions.first ?? 0)
    }
}
