/// How much a bundle may hold.
public struct BundleLimits: Sendable, Hashable {
    /// The most bytes of one file.
    public var item: Int
    /// The most bytes of the record and of each runbook: a run can't be judged again by parts of
    /// them.
    public var record: Int
    /// The most bytes of all files together.
    public var total: Int
    /// The most files.
    public var files: Int

    /// Makes bounds.
    public init(
        item: Int = 2 << 20, record: Int = 12 << 20, total: Int = 32 << 20, files: Int = 500
    ) {
        self.item = item
        self.record = record
        self.total = total
        self.files = files
    }

    /// What a bundle is written by, and small enough for a mail.
    public static let written = BundleLimits()

    /// What a bundle is read by; bundles of other versions may be larger.
    public static let read = BundleLimits(item: 16 << 20, total: 64 << 20, files: 1000)

    /// The most bytes of the file at a path of a bundle that is written.
    func most(at path: String) -> Int {
        path == BundleLayout.record || path.hasPrefix(BundleLayout.runbooks + "/") ? record : item
    }

    /// The room that a packed bundle takes at most once it is unpacked: every file has a head and is
    /// filled up to whole blocks of 512 bytes, and the end is one of up to 10 KB (POSIX, pax,
    /// "ustar Interchange Format").
    var unpacked: Int { total + files * 1024 + (10 << 10) }
}
