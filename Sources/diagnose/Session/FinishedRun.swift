import Probes
import Report
import Triage

/// A run of a plan with all that is kept of it.
struct FinishedRun: Sendable {
    /// What is reported.
    var report: RunReport
    /// What the verdict was computed from.
    var record: TriageRecord
    /// What its probes shared; what it asked of the compose project is not asked again.
    var context: ProbeContext
}
