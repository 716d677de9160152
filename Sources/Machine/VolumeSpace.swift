/// How much room a file system has.
public struct VolumeSpace: Sendable, Hashable {
    /// How much there is of one thing, and how much of that is left.
    public struct Amount: Sendable, Hashable {
        /// All there is.
        public var total: Int
        /// What is taken.
        public var used: Int
        /// What is left for users other than root, for whom some file systems hold a reserve.
        public var available: Int

        /// Makes an amount.
        public init(total: Int, used: Int, available: Int) {
            self.total = total
            self.used = used
            self.available = available
        }

        /// The share that is left, in percent; `nil` where the file system has none of it at all.
        ///
        /// The reserve counts neither as used nor as left, so that this is 100 less the percentage
        /// which `df` shows (POSIX.1-2024, `df`: used space over used and free space).
        public var freePercent: Double? {
            let (usable, isTooMuch) = used.addingReportingOverflow(available)
            guard !isTooMuch, usable > 0 else { return nil }
            return Double(available) / Double(usable) * 100
        }
    }

    /// Its bytes.
    public var bytes: Amount
    /// Its inodes, one for each file; all zero where it has no fixed number of them (btrfs).
    public var inodes: Amount
    /// Whether it is mounted read-only.
    public var isReadOnly: Bool

    /// Makes the space of a file system.
    public init(bytes: Amount, inodes: Amount, isReadOnly: Bool = false) {
        self.bytes = bytes
        self.inodes = inodes
        self.isReadOnly = isReadOnly
    }
}

extension VolumeSpace {
    /// Makes the space out of the counts that statvfs(3) and `stat -f` give, which no one vouches
    /// for.
    ///
    /// - Parameters:
    ///   - blockSize: The bytes of a block.
    ///   - blocks: The blocks in all, those that are free, and those that are free for users.
    ///   - inodes: The inodes in all, those that are free, and those that are free for users.
    ///   - isReadOnly: Whether it is mounted read-only.
    public init(
        blockSize: UInt64, blocks: (total: UInt64, free: UInt64, available: UInt64),
        inodes: (total: UInt64, free: UInt64, available: UInt64), isReadOnly: Bool = false
    ) {
        self.init(
            bytes: Amount(blocks, unit: blockSize), inodes: Amount(inodes, unit: 1),
            isReadOnly: isReadOnly)
    }
}

extension VolumeSpace.Amount {
    fileprivate init(_ counts: (total: UInt64, free: UInt64, available: UInt64), unit: UInt64) {
        func scaled(_ count: UInt64) -> Int {
            let (product, isTooMuch) = count.multipliedReportingOverflow(by: unit)
            return isTooMuch ? .max : Int(clamping: product)
        }
        let free = min(counts.free, counts.total)
        self.init(
            total: scaled(counts.total), used: scaled(counts.total - free),
            available: scaled(min(counts.available, counts.total)))
    }
}
