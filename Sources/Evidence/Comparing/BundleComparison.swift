import Foundation
import Logs
import Machine
import Triage

/// Two bundles beside each other: what became of each line, and what changed underneath.
public struct BundleComparison: Sendable {
    /// What became of each line.
    public var lines: RunComparison
    /// What changed underneath, every subject.
    public var changes: [SurroundingChange]

    /// Compares two bundles.
    ///
    /// - Parameters:
    ///   - before: The earlier one.
    ///   - earlier: The run that it holds.
    ///   - after: The later one.
    ///   - later: The run that it holds.
    public init(
        of before: BundleReader, _ earlier: Replay, with after: BundleReader, _ later: Replay
    ) async {
        lines = RunComparison(
            of: earlier.asRecorded, with: later.asRecorded, normalised: TokenNumbers.removed)
        changes = [
            Self.change(.versions, in: BundleLayout.versions, before, after),
            Self.change(.environment, in: BundleLayout.environment, before, after),
            await LogChange.change(from: before, to: after, at: later.record.started),
            CommitChange.change(from: before, to: after),
            Self.revisions(of: earlier.record).change(
                to: Self.revisions(of: later.record), of: .runbooks),
        ]
    }

    /// What changed in a file of names and values.
    private static func change(
        _ subject: SurroundingChange.Subject, in path: String, _ before: BundleReader,
        _ after: BundleReader
    ) -> SurroundingChange {
        guard let earlier = before.text(of: path), let later = after.text(of: path) else {
            return .unknown(subject, "not captured in both")
        }
        return KeyedLines(earlier).change(to: KeyedLines(later), of: subject)
    }

    /// The revisions of runbooks by file, short enough to be read.
    private static func revisions(of record: RunRecord) -> KeyedLines {
        KeyedLines(
            values: Dictionary(
                record.runbooks.map { ($0.file, $0.shortRevision) },
                uniquingKeysWith: { first, _ in first }))
    }
}

extension RecordedRunbook {
    /// As many digits of its revision as tell revisions apart.
    public var shortRevision: String { revision.map { String($0.prefix(12)) } ?? "unknown" }
}

extension SurroundingChange {
    /// That nothing can be told.
    static func unknown(_ subject: Subject, _ reason: String) -> SurroundingChange {
        SurroundingChange(subject, unknown: reason)
    }
}
