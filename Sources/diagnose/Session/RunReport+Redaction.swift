import Redaction
import Report
import Triage

extension RunReport {
    /// The report as it may be shown.
    func redacted(by redactor: Redactor) -> RunReport {
        var shown = self
        shown.verdict = verdict.redacted(by: redactor)
        return shown
    }
}
