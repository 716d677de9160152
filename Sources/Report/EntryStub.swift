import Catalog
import Triage

/// The start of an entry for a failure that no entry explains, in the shape that the runbook's
/// entries have, so that it can be pasted behind them.
public struct EntryStub: Sendable, Hashable {
    /// The runbook that it belongs into.
    public var place: String
    /// The Markdown.
    public var markdown: String

    /// Drafts an entry for a problem; `nil` where an entry explains it or no runbook is its own.
    public init?(for problem: Problem) {
        guard problem.entry == nil, let runbook = problem.runbook else { return nil }
        place =
            runbook.isEmbedded
            ? "a copy of the shipped \(runbook.file.dropFirst(Runbook.embeddedPrefix.count))"
            : runbook.file
        let shape = EntryShape.common(in: runbook)
        var template = Self.template(for: problem)
        if case .tracker = shape {
            template.title = "Issue \(runbook.entries.count + 1): \(template.title)"
            template.identifier = nil
        }
        markdown = template.lines(in: shape).joined(separator: "\n")
    }

    /// What is known of the problem.
    private static func template(for problem: Problem) -> EntryTemplate {
        // What a person said is no line that could be run.
        let observed = problem.evidence.filter { $0.line.kind != GuideWalk.answerKind }
        let probes = observed.map { result in
            result.line.text.printable + (result.line.reason.map { " # \($0.printable)" } ?? "")
        }
        return EntryTemplate(
            title: problem.reason.printable,
            identifier: EntryTemplate.identifier(for: problem.reason),
            observed: problem.evidence.first?.observed.printable ?? "", probes: probes)
    }
}
