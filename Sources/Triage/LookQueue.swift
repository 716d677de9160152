/// Looks that are to be begun in the plan's order, as soon as the limit of their sort allows.
struct LookQueue {
    /// Looks of one sort.
    private struct Lane {
        /// Those not begun, in order.
        var looks: ArraySlice<Look>
        /// How many more may be under way.
        var room: Int
    }

    private var waiting: Lane
    private var working: Lane

    /// Queues looks, which are in the plan's order.
    init(_ looks: [Look], limits: LookLimits) {
        waiting = Lane(looks: looks.filter(\.kind.onlyWaits)[...], room: limits.waiting)
        working = Lane(looks: looks.filter { !$0.kind.onlyWaits }[...], room: limits.working)
    }

    /// Takes the first look that may begin; `nil` where none may now.
    mutating func next() -> Look? {
        let canWait = waiting.room > 0 ? waiting.looks.first : nil
        let canWork = working.room > 0 ? working.looks.first : nil
        guard let first = [canWait, canWork].compactMap(\.self).min(by: Self.isEarlier) else {
            return nil
        }
        if first.kind.onlyWaits {
            waiting.room -= 1
            return waiting.looks.popFirst()
        }
        working.room -= 1
        return working.looks.popFirst()
    }

    /// Makes room where a look has ended.
    mutating func finish(_ look: Look) {
        if look.kind.onlyWaits { waiting.room += 1 } else { working.room += 1 }
    }

    private static func isEarlier(_ look: Look, than other: Look) -> Bool {
        (look.positions.first ?? 0) < (other.positions.first ?? 0)
    }
}
