/// How many looks are under way at once.
public struct LookLimits: Sendable, Hashable {
    /// How many of those that only wait for an answer.
    public var waiting: Int
    /// How many of the others, which run programs or read files.
    public var working: Int

    /// Where nobody says: a server that is slow must not keep the others from being asked, and
    /// programs must leave each other enough of the machine to be done within their time-outs.
    public static let usual = LookLimits(waiting: 64, working: 16)

    /// Makes limits of at least 1 each.
    public init(waiting: Int, working: Int) {
        self.waiting = max(1, waiting)
        self.working = max(1, working)
    }

    /// The same limit for both.
    public init(_ number: Int) { self.init(waiting: number, working: number) }

    /// The same limits where so many looks can be under way in all, else smaller ones in the same
    /// proportion.
    public func within(_ total: Int) -> LookLimits {
        let wanted = waiting + working
        guard total < wanted else { return self }
        let share = max(1, total) * waiting / wanted
        return LookLimits(waiting: share, working: total - share)
    }
}
