import Catalog
import Foundation
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
        markdown.addFurtherProblems()
        markdown.addUnknowns()
        markdown.addTotals()
        return markdown.text
    }

    private init(report: RunReport) { self.report = report }

    private mutating func addHeadline() {
        let verdict = report.verdict
        text += "## \(verdict.health.mark) \(verdict.health.rawValue.uppercased()): "
        text += "\(Self.plain(verdict.headline))\n\n"
    }

    private mutating func addLead(_ lead: Problem) {
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
        if !lead.escalation.isEmpty {
            text += "\n### If that does not help\n\n"
            for item in lead.escalation { text += "- \(Self.plain(item))\n" }
        }
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
        if !lead.fixes.isEmpty { text += "\n### Fix\n" }
        for fix in lead.fixes {
            let warning = fix.isDestructive ? "**Destroys data.** " : ""
            text += "\n- \(warning)\(Self.plain(fix.text))\n"
            if !fix.commands.isEmpty {
                let block = Self.block(fix.commands, info: "sh")
                text += block.split(separator: "\n").map { "  \($0)\n" }.joined()
            }
        }
        guard let entry = lead.entry else { return }
        text += "\n### Then check\n\n"
        for item in lead.validation { text += "- \(Self.plain(item))\n" }
        let flags = report.flags.map { " " + $0 }.joined()
        text +=
            (lead.validation.isEmpty ? "" : "\n")
            + Self.block(["diagnose check \(entry.id)\(flags)"], info: "sh")
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
        let verdict = report.verdict
        let time = report.started.formatted(
            Date.ISO8601FormatStyle(timeZone: .gmt))
        text += "\n\(verdict.results.count) probes: \(verdict.counts) in "
        text += "\(report.duration.runText), begun \(time)\n"
    }
}

extension MarkdownReport {
    /// Running text in which nothing is markup (CommonMark 2.4, backslash escapes).
    static func plain(_ text: String) -> String {
        var result = ""
        for character in text.printable {
            if "\\`*_[]<>#|~!$@".contains(character) { result.append("\\") }
            result.append(character)
        }
        return result
    }

    /// A code span on one line.
    static func code(_ text: String) -> String { MarkdownWords.code(text.printable) }

    /// A fenced block of lines.
    static func block(_ lines: [String], info: String) -> String {
        let lines = lines.map(\.printable)
        let longest = lines.map(longestRun).max() ?? 0
        let fence = String(repeating: "`", count: max(3, longest + 1))
        return "\(fence)\(info)\n" + lines.map { $0 + "\n" }.joined() + fence + "\n"
    }

    /// A cell of a table, in which a bar ends it even inside code (GFM, Tables).
    private static func cell(_ text: String) -> String {
        var result = ""
        var isEscaped = false
        for character in text {
            if character == "|", !isEscaped { result.append("\\") }
            isEscaped = character == "\\" && !isEscaped
            result.append(character)
        }
        return result
    }

    private static func longestRun(in text: String) -> Int {
        var longest = 0
        var run = 0
        for character in text {
            run = character == "`" ? run + 1 : 0
            longest = max(longest, run)
        }
        return longest
    }
}
