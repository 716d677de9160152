import Catalog
import Evidence
import Machine
import Triage
import runbooks

/// The texts of the runbooks that a run used, for whoever must judge it again.
struct RunbookTexts: Sendable {
    /// The texts, of those that could be had.
    let sources: [RunbookSource]
    /// The runbooks of the run, with their revisions.
    let recorded: [RecordedRunbook]

    /// Gathers the texts of runbooks and has their digests counted.
    ///
    /// - Parameters:
    ///   - runbooks: Those of the run.
    ///   - own: The texts of the user's own, as they were loaded.
    init(of runbooks: [Runbook], own: [RunbookSource], in world: World) async {
        sources = runbooks.compactMap { runbook in
            own.first { $0.file == runbook.file } ?? Self.shipped(runbook.file)
        }
        let revisions = await RunbookRevisions.revisions(of: sources, in: world)
        recorded = RecordedRunbook.all(of: runbooks, revisions: revisions)
    }

    private static func shipped(_ file: String) -> RunbookSource? {
        ShippedRunbooks.texts.first { $0.file == file }.map { file, text in
            let bytes = UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
            return RunbookSource(file: file, bytes: Array(bytes))
        }
    }
}
