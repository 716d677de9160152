import Markdown

/// Mends what is mechanical in a runbook and leaves every other byte as it is.
public enum LintFixer {
    /// What mending a runbook came to.
    public struct Result: Sendable, Hashable {
        /// The changes, in order of their lines.
        public var edits: [SourceEdit]
        /// The file's new bytes.
        public var bytes: [UInt8]
        /// What was left alone, and why.
        public var refusals: [Diagnostic]
    }

    /// Mends a runbook.
    ///
    /// The result is loaded again before it is given back: no fix may change what an entry is, nor
    /// its id.
    ///
    /// - Parameters:
    ///   - runbook: What was loaded, with the ids that its entries have among all runbooks.
    ///   - source: The text that it was loaded from.
    ///   - verified: The day to set `last_verified` to; `nil` leaves it.
    public static func fix(
        _ runbook: Runbook, in source: RunbookSource, verified: String? = nil
    ) -> Result {
        guard String(validating: source.bytes, as: UTF8.self) != nil else {
            let refusal = Diagnostic(
                .note, rule: "file-encoding", "not mended: save it as UTF-8 first",
                at: SourceLocation(file: source.file, line: 1))
            return Result(edits: [], bytes: source.bytes, refusals: [refusal])
        }
        let surroundings = LintSurroundings(today: verified ?? "") { _ in
            false
        } read: { _ in
            nil
        }
        let page = LintedRunbook(runbook, bytes: source.bytes, in: surroundings)
        var edits: [SourceEdit] = []
        var refusals: [Diagnostic] = []
        if let verified {
            let fix = VerifiedFix.edit(of: page, to: verified)
            edits += fix.edit.map { [$0] } ?? []
            refusals += fix.refusal.map { [$0] } ?? []
        }
        let identifiers = IdentifierFix.edits(of: page)
        refusals += identifiers.refusals
        let kept = safe(identifiers.edits, beside: edits, in: page, source)
        refusals += kept.refusals
        edits = (edits + kept.edits).sorted { $0.line < $1.line }
        return Result(
            edits: edits, bytes: edits.isEmpty ? source.bytes : page.lines.applying(edits),
            refusals: refusals)
    }

    /// The fixes of ids after which every entry is what it was.
    private static func safe(
        _ fixes: [IdentifierFix.Fix], beside others: [SourceEdit], in page: LintedRunbook,
        _ source: RunbookSource
    ) -> (edits: [SourceEdit], refusals: [Diagnostic]) {
        var rest = fixes
        var refusals: [Diagnostic] = []
        // What one fix spoils may show only without another.
        for _ in 0..<3 where !rest.isEmpty {
            let spoilt = spoilt(by: rest, beside: others, in: page, source)
            if spoilt.isEmpty { return (rest.map(\.edit), refusals) }
            refusals += rest.filter { spoilt.contains($0.position) }.map(\.refusal)
            rest.removeAll { spoilt.contains($0.position) }
        }
        return ([], refusals + rest.map(\.refusal))
    }

    /// The positions of the entries that fixes make something else of; all where entries are lost.
    private static func spoilt(
        by fixes: [IdentifierFix.Fix], beside others: [SourceEdit], in page: LintedRunbook,
        _ source: RunbookSource
    ) -> Set<Int> {
        let bytes = page.lines.applying(others + fixes.map(\.edit))
        let loaded = Catalog.load(sources: [RunbookSource(file: source.file, bytes: bytes)])
        let before = page.runbook.entries
        guard let after = loaded.runbooks.first?.entries, after.count == before.count else {
            return Set(fixes.map(\.position))
        }
        return Set(
            fixes.map(\.position).filter { position in
                let (old, new) = (before[position], after[position])
                return old.id != new.id || old.title != new.title
                    || old.recogniser != new.recogniser || new.identitySource != .anchor
            })
    }
}
