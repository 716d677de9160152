import Triage

/// Which commits a later bundle has that an earlier one does not.
enum CommitChange {
    /// What `git log --oneline` said, in the folder of git.
    static let log = "\(BundleLayout.git)/log.txt"

    /// The commits that are new, and those that are gone: a deployment that was rolled back.
    ///
    /// A log is cut at its last lines, so what a longer history pushed out counts as gone only
    /// where the newest commit of the earlier bundle is gone too.
    static func change(from before: BundleReader, to after: BundleReader) -> SurroundingChange {
        guard let earlier = before.text(of: log), let later = after.text(of: log) else {
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
        TokenNumbers.removed(from: text).split(separator: "\n").map(String.init)
    }
}
