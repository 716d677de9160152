import Catalog
import Foundation
import Triage

/// What to tell the people who are called when the fix does not help: whom, with what, and a text
/// to send them.
struct EscalationMessage {
    /// Whom the runbook names as its keeper.
    let owner: String?
    /// Whom to call with what, as the runbook says.
    let steps: [String]
    /// What to gather first, as the runbook says.
    let toGather: [String]
    /// The text to send, in lines.
    let message: [String]

    /// How many failing lines of the root the text names.
    private static let mostEvidence = 5

    /// The note on what leads, if anything does.
    init?(of report: RunReport) {
        guard let lead = report.verdict.lead else { return nil }
        owner = lead.runbook?.owner
        steps = lead.escalation
        toGather = lead.runbook?.section(.evidence)?.items ?? []
        let system = lead.system.map { "\($0) is" } ?? "Something is"
        var lines = ["\(system) broken. \(report.verdict.headline)"]
        lines += lead.evidence.prefix(Self.mostEvidence).map {
            "Saw: \($0.line.text): \($0.observed), expected \($0.expected)"
        }
        if lead.evidence.count > Self.mostEvidence {
            lines.append("and \(lead.evidence.count - Self.mostEvidence) more failed probes of it")
        }
        if !lead.downstream.isEmpty {
            lines.append("Follows from it: " + lead.downstream.joined(separator: ", "))
        }
        lines += report.verdict.also.map { "Also broken: \($0.component): \($0.reason)" }
        if let entry = lead.entry {
            lines.append("Runbook: \(entry.id), \(entry.location.file):\(entry.location.line)")
        }
        lines.append("Seen at \(report.beginText), \(report.probeCounts)")
        message = lines.map(\.printable)
    }

    /// Whether the runbook says anything of it.
    var isFromRunbook: Bool { owner != nil || !steps.isEmpty || !toGather.isEmpty }
}

extension RunReport {
    /// When the run began: `2026-11-21T06:00:00Z`.
    var beginText: String { started.formatted(Date.ISO8601FormatStyle(timeZone: .gmt)) }

    /// How many probes there were, and what they came to: `5 probes: 1 passed, 4 failed`.
    var probeCounts: String {
        let total = verdict.results.count
        return "\(total) \(total == 1 ? "probe" : "probes")"
            + (total == 0 ? "" : ": \(verdict.counts)")
    }

    /// What to paste to see whether a problem is gone; `nil` where it belongs to no runbook, as a
    /// line of the command line does.
    func checkCommand(for problem: Problem) -> String? {
        let command =
            problem.entry.map { "diagnose check \($0.id)" }
            ?? problem.system.map { "diagnose triage \($0)" }
        return command?.repeating(flags)
    }

    /// What to paste to read an entry whole, its fix included.
    func showCommand(for entry: Entry) -> String {
        "diagnose show \(entry.id)".repeating(flags.namingRunbooks)
    }
}
