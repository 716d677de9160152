/// How many looks may be under way at once.
public struct LookLimits: Sendable, Hashable {
    /// How many in all.
    public var all: Int
    /// How many of those that do more than wait for an answer: they run programs or read files.
    public var working: Int

    /// Where nobody says: a server that is slow must not keep the others from being asked, and
    /// programs must leave each other enough of the machine to be done within their time-outs.
    public static let usual = LookLimits(all: 64, working: 16)

    /// Makes limits of at least 1 each.
    public init(all: Int, working: Int) {
        self.all = max(1, all)
        self.working = max(1, working)
    }

    /// One limit, whatever they do.
    public init(_ number: Int) { self.init(all: number, working: number) }

    /// Limits of at most so many in all.
    public func within(_ most: Int) -> LookLimits {
        LookLimits(all: min(all, most), working: min(working, most))
    }
}
