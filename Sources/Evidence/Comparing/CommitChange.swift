import Triage

/// Which commits a later bundle has that an earlier one does not.
enum CommitChange {
    /// The file with the last commits, newest first.
    static let file = "\(BundleLayout.git)/recent.txt"
    /// The line above them; they are indented, and an empty line ends them.
    private static let title = "last commits:"

    /// The commits that are new, and those that are gone: a deployment that was rolled back.
    ///
    /// A log is cut at its last lines, so what a longer history pushed out counts as gone only
    /// where the newest commit of the earlier bundle is gone too.
    static func change(from before: BundleReader, to after: BundleReader) -> SurroundingChange {
        guard let earlier = before.text(of: file), let later = after.text(of: file) else {
            return .unknown(.commits, "not captured in both")
        }
        let old = commits(in: earlier)
        let new = commits(in: later)
        let added = new.prefix { !old.contains($0) }
        let isRolledBack = old.first.map { !new.contains($0) } ?? false
        let removed = isRolledBack ? old.prefix { !new.contains($0) } : []
        return SurroundingChange(.commits, added: Array(added), removed: Array(removed))
    }

    private static func commits(in text: String) -> [String] {
        TokenNumbers.removed(from: text)
            .split(separator: "\n", omittingEmptySubsequences: false)
            .drop { $0 != title }.dropFirst()
            .prefix { $0.hasPrefix("  ") }
            .map { String($0.dropFirst(2)) }
    }
}
