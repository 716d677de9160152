import Catalog
import Triage

/// A verdict for a ticket or a chat, in Markdown.
public struct MarkdownReport {
    private var text = ""
    private let report: RunReport

    /// The report.
    public static func text(of report: RunReport) -> String {
        var markdown = MarkdownReport(report: report)
        markdown.addHeadline()
        if let lead = report.verdict.lead { markdown.addLead(lead) }
        markdown.addComponents()
        markdown.addTimeline()
        markdown.addEscalation()
        markdown.addFurtherProblems()
        markdown.addUnknowns()
        markdown.addStub()
        markdown.addTotals()
        return markdown.text
    }

    private init(report: RunReport) { self.report = report }

    private mutating func addHeadline() {
        let verdict = report.verdict
        text += "## \(verdict.health.mark) \(verdict.health.rawValue.uppercased()): "
        text += "\(Self.plain(verdict.headline))\n"
    }

    private mutating func addLead(_ lead: Problem) {
        text += "\n"
        if let entry = lead.entry {
            addItem("Entry", "\(Self.code(entry.id)) \(Self.plain(entry.title))")
        }
        if let step = lead.step {
            addItem("Found at", "triage step \(step.number): \(Self.plain(step.title))")
        }
        if let place = lead.entry?.location ?? lead.step?.location {
            addItem("Read", Self.code("\(place.file):\(place.line)"))
        }
        if !lead.downstream.isEmpty {
            addItem("Follows", lead.downstream.map(Self.code).joined(separator: ", "))
        }
        let others = lead.explains.filter { $0 != lead.entry?.id }
        if !others.isEmpty { addItem("Explains", others.map(Self.code).joined(separator: ", ")) }
        addEvidence(lead.evidence)
        addFixes(lead)
        addValidation(lead)
    }

    private mutating func addItem(_ label: String, _ value: String) {
        text += "- **\(label):** \(value)\n"
    }

    private mutating func addEvidence(_ results: [ProbeResult]) {
        text += "\n### Evidence\n\n| probe | saw | expected |\n|---|---|---|\n"
        for result in results {
            let cells = [
                Self.code(result.line.text), Self.plain(result.observed),
                Self.code(result.expected),
            ]
            text += "| \(cells.map(Self.cell).joined(separator: " | ")) |\n"
        }
        let lines = results.flatMap(\.evidence)
        if !lines.isEmpty { text += "\n" + Self.block(lines, info: "text") }
    }

    private mutating func addFixes(_ lead: Problem) {
        if lead.fixes.isEmpty {
            guard let step = lead.step, !step.commands.isEmpty else { return }
            text += "\n### Look closer\n\n" + Self.block(step.commands, info: "sh")
            return
        }
        text += "\n### Fix\n"
        for fix in lead.fixes {
            let warning = fix.isDestructive ? "**Destroys data.** " : ""
            text += "\n- \(warning)\(Self.plain(fix.text))\n"
            if !fix.commands.isEmpty {
                let lines = Self.block(fix.commands, info: "sh")
                    .split(separator: "\n", omittingEmptySubsequences: false)
                for line in lines.dropLast() { text += line.isEmpty ? "\n" : "  \(line)\n" }
            }
        }
    }

    private mutating func addValidation(_ lead: Problem) {
        if let command = report.checkCommand(for: lead) {
            text += "\n### Then check\n\n"
            addList(lead.validation)
            text += (lead.validation.isEmpty ? "" : "\n") + Self.block([command], info: "sh")
        }
        let notes = lead.entry?.crossIssueNotes ?? []
        if !notes.isEmpty {
            text += "\n### Beside other issues\n\n"
            addList(notes)
        }
    }

    private mutating func addList(_ items: [String]) {
        for item in items { text += "- \(Self.plain(item))\n" }
    }

    /// The components that are not well, what follows from which below it.
    private mutating func addComponents() {
        let tree = ComponentTree(of: ComponentMap(of: report.verdict))
        if tree.lines.isEmpty { return }
        text += "\n### Components\n\n"
        for line in tree.lines {
            text += String(repeating: "  ", count: line.depth)
            text += "- \(line.mark) \(Self.plain(line.name))\(line.words)\n"
        }
    }

    private mutating func addTimeline() {
        let timeline = Timeline(of: report)
        if timeline.events.isEmpty { return }
        text += "\n### First errors\n\n"
        for event in timeline.events {
            text += "- \(event.timeText) \(Self.plain(event.component)): "
            text += "\(Self.code(event.text))\n"
        }
        text += "- \(report.beginText) the run began\n"
        if timeline.hasGuessedZone {
            text += "\nTimes that state no zone are taken as UTC.\n"
        }
    }

    private mutating func addEscalation() {
        guard let note = EscalationMessage(of: report), note.isFromRunbook else { return }
        text += "\n### If that does not help\n\n"
        if let owner = note.owner { addItem("Kept by", Self.plain(owner)) }
        addList(note.steps)
        if !note.toGather.isEmpty {
            text += "\n**Gather first:**\n\n"
            addList(note.toGather)
        }
    }

    private mutating func addStub() {
        guard let stub = report.verdict.lead.flatMap(EntryStub.init) else { return }
        let lines = stub.markdown.split(separator: "\n", omittingEmptySubsequences: false)
        text += "\n### No entry explains this\n\nTo add one, paste this into "
        text += "\(Self.code(stub.place)):\n\n"
        text += Self.block(lines.map(String.init), info: "markdown")
    }

    private mutating func addFurtherProblems() {
        if report.verdict.also.isEmpty { return }
        text += "\n### Also broken, on its own account\n\n"
        for problem in report.verdict.also {
            let entry = problem.entry.map { " (\(Self.code($0.id)))" } ?? ""
            text += "- \(Self.plain("\(problem.component): \(problem.reason)"))\(entry)\n"
        }
    }

    private mutating func addUnknowns() {
        let unknown = report.verdict.results(.unknown)
        if unknown.isEmpty { return }
        text += "\n### Could not be observed\n\n"
        for result in unknown {
            text += "- \(Self.code(result.line.text)): \(Self.plain(result.observed))\n"
        }
    }

    private mutating func addTotals() {
        text += "\n\(report.probeCounts) in \(report.duration.runText), begun \(report.beginText)\n"
    }
}
