import Catalog
import Foundation
import Triage

/// A run as a bundle keeps it: what its verdict is computed from, and what reports say beside it.
public struct RunRecord: Sendable, Hashable {
    /// The version of the program that made it.
    public var version: String
    /// When the run began.
    public var started: Date
    /// How long it took, in whole nanoseconds.
    public var duration: Duration
    /// What commands to paste must say again to look at the same system, quoted.
    public var flags: [String]
    /// From what on the run counted as failed, as `--fail-on` names it.
    public var failureLevel: String
    /// The runbooks, whose texts stand in the bundle beside the record.
    public var runbooks: [RecordedRunbook]
    /// What the verdict is computed from; as read from a bundle without its runbooks, which
    /// ``Replay`` loads.
    public var triage: TriageRecord

    /// What its documents call their form.
    static let schema = "diagnose.record/1"

    /// Makes a record.
    public init(
        version: String, started: Date, duration: Duration, flags: [String], failureLevel: String,
        runbooks: [RecordedRunbook], triage: TriageRecord
    ) {
        self.version = version
        self.started = started
        self.duration = duration
        self.flags = flags
        self.failureLevel = failureLevel
        self.runbooks = runbooks
        self.triage = triage
    }
}

/// A runbook that took part in a run.
public struct RecordedRunbook: Sendable, Hashable {
    /// The path as the user named it, or `embedded:voxbento.md`.
    public var file: String
    /// The system it is about.
    public var system: String
    /// Where its text stands in the bundle.
    public var path: String
    /// The SHA-256 of its text as it was loaded, in hexadecimal digits; `nil` where it could not be
    /// computed.
    public var revision: String?

    /// Makes one.
    public init(file: String, system: String, path: String, revision: String?) {
        self.file = file
        self.system = system
        self.path = path
        self.revision = revision
    }

    /// The runbooks of a run, each with a place of its own in the bundle.
    ///
    /// - Parameters:
    ///   - runbooks: The runbooks in order.
    ///   - revisions: The SHA-256 of their texts by file.
    public static func all(
        of runbooks: [Runbook], revisions: [String: String]
    ) -> [RecordedRunbook] {
        var taken: Set<String> = []
        return runbooks.map { runbook in
            let path = place(of: runbook.file, besides: &taken)
            return RecordedRunbook(
                file: runbook.file, system: runbook.system, path: path,
                revision: revisions[runbook.file])
        }
    }

    /// How much of a name is kept, so that a number and the ending fit behind it.
    private static let longestStem = BundlePath.longestName - 10

    /// `runbooks/portal.md`, or `runbooks/portal-2.md` where another folder has one of that name, on
    /// file systems too that don't tell capitals from small letters.
    ///
    /// The writer of a bundle must find nothing to change in it, or a replay would look elsewhere.
    private static func place(of file: String, besides taken: inout Set<String>) -> String {
        let name = file.split(whereSeparator: { "/:".contains($0) }).last ?? ""
        let stem = name.split(separator: ".", omittingEmptySubsequences: true).first ?? ""
        let plain = BundlePath.name(of: BundlePath.name(of: stem).prefix(longestStem))
        let base = plain == BundlePath.unnamed ? "runbook" : plain
        var number = 1
        var path = "\(BundleLayout.runbooks)/\(base).md"
        while !taken.insert(path.lowercased()).inserted {
            number += 1
            path = "\(BundleLayout.runbooks)/\(base)-\(number).md"
        }
        return path
    }
}
