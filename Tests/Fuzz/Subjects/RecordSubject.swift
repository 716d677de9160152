import Catalog
import Evidence
import Triage

/// The record of a bundle in the first piece, judged with the runbook in the second: what was read
/// and written again reads as the same, and gives the same verdict.
struct RecordSubject: FuzzSubject {
    let name = "record"
    let longestInput = 8192

    func read(_ bytes: [UInt8]) async throws(BrokenPromise) {
        let pieces = Pieces(bytes)
        guard var record = try? RunRecord(reading: pieces.text(0)) else { return }
        let document = record.document
        let again = try? RunRecord(reading: document)
        try BrokenPromise.unless(again?.document == document, "\(document) reads otherwise")
        let source = RunbookSource(file: "page.md", bytes: pieces[1])
        record.triage.runbooks = Catalog.load(sources: [source]).runbooks
        let verdict = Verdict(of: record.triage)
        try BrokenPromise.unless(
            verdict.summary == Verdict(of: record.triage).summary, "two verdicts of one record")
    }
}
