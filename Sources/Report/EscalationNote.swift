import Catalog
import Foundation
import Triage

/// The note that goes with a hand-off, in Markdown: whoever takes over must not have to ask what was
/// seen, what was run and what was tried. The same hand-off always gives the same note.
public struct EscalationNote {
    private var text = ""
    private let handOff: HandOff
    private var verdict: Verdict { handOff.report.verdict }

    /// The note.
    public static func text(of handOff: HandOff) -> String {
        var note = EscalationNote(handOff: handOff)
        note.addHeadline()
        note.addAffected()
        note.addEvidence()
        note.addFix()
        note.addEscalation()
        note.addItems()
        note.addRunbooks()
        note.addRun()
        return note.text.withoutWorkflowCommands
    }

    private init(handOff: HandOff) { self.handOff = handOff }

    private mutating func addHeadline() {
        let report = handOff.report
        add("# \(MarkdownReport.plain("\(verdict.health.rawValue): \(verdict.headline)"))\n")
        if verdict.lead != nil { add("\(MarkdownReport.plain(verdict.summary)).\n") }
        let counts = verdict.results.isEmpty ? verdict.summary : verdict.counts
        add("Looked at \(report.beginText) for \(report.duration.runText): \(counts).")
    }

    private mutating func addAffected() {
        guard let lead = verdict.lead else { return }
        heading("What is affected")
        add("- \(MarkdownReport.code(lead.component)) is at fault\(naming(lead))")
        for component in lead.downstream {
            add("- \(MarkdownReport.code(component)) fails because of it")
        }
        for problem in verdict.also {
            let words = MarkdownReport.plain(problem.reason)
            add(
                "- \(MarkdownReport.code(problem.component)) fails on its own account: \(words)"
                    + naming(problem))
        }
        let others = lead.explains.filter { $0 != lead.entry?.id }.map(MarkdownReport.code)
        if !others.isEmpty { add("- this explains \(others.joined(separator: ", "))") }
    }

    private func naming(_ problem: Problem) -> String {
        if let entry = problem.entry {
            let severity = entry.severity.map { ", \($0)" } ?? ""
            return " (\(MarkdownReport.code(entry.id))\(MarkdownReport.plain(severity)))"
        }
        return problem.step.map { " (triage step \($0.number))" } ?? ""
    }

    private mutating func addEvidence() {
        let evidence = verdict.problems.flatMap(\.evidence)
        if evidence.isEmpty { return }
        heading("Evidence")
        for result in evidence {
            add("- \(MarkdownReport.code(result.line.text))")
            add("  - saw: \(MarkdownReport.plain(result.observed))")
            add("  - expected: \(MarkdownReport.code(result.expected))")
            if result.evidence.isEmpty { continue }
            let block = MarkdownReport.block(result.evidence, info: "text")
            add(Self.indented(block, by: 4))
        }
    }

    /// What the runbook advises first: only who hands over knows whether it was done.
    private mutating func addFix() {
        guard let lead = verdict.lead, let fix = lead.fixes.first else { return }
        heading("First fix of the runbook")
        let warning = fix.isDestructive ? "**Destroys data.** " : ""
        add("- [ ] tried: \(warning)\(MarkdownReport.plain(fix.text))")
        if !fix.commands.isEmpty {
            let block = MarkdownReport.block(fix.commands, info: "sh")
            add(Self.indented(block, by: 2))
        }
        add("- [ ] it helped")
    }

    private mutating func addEscalation() {
        let escalation = verdict.problems.map(\.escalation).first { !$0.isEmpty } ?? []
        if escalation.isEmpty { return }
        heading("To whom, and with what")
        for item in escalation { add("- \(MarkdownReport.plain(item))") }
    }

    private mutating func addItems() {
        if let bundle = handOff.bundle {
            heading("What is handed over")
            add("All of it is in \(MarkdownReport.code(bundle)).\n")
        } else if !handOff.items.isEmpty {
            heading("What is to be handed over")
            add("`diagnose bundle` captures it.\n")
        }
        for item in handOff.items {
            let places = item.places.map(MarkdownReport.code).joined(separator: ", ")
            let isMissing = places.isEmpty && handOff.bundle != nil
            let behind = isMissing ? " (not in the bundle)" : places.isEmpty ? "" : ": \(places)"
            add("- \(MarkdownReport.plain(item.text))\(behind)")
        }
        for lack in handOff.lacks {
            add(
                "- not captured: \(MarkdownReport.plain(lack.what)) "
                    + "(\(MarkdownReport.plain(lack.reason)))")
        }
    }

    private mutating func addRunbooks() {
        if handOff.sources.isEmpty { return }
        heading("Runbooks")
        for source in handOff.sources {
            add(
                "- \(MarkdownReport.plain(source.system)): \(MarkdownReport.code(source.file)), "
                    + "revision \(MarkdownReport.code(source.revision))")
        }
    }

    private mutating func addRun() {
        heading("What was run")
        add("By diagnose \(MarkdownReport.plain(handOff.version)), each as `diagnose probe …`:\n")
        for result in verdict.results {
            let time = "\(result.duration.milliseconds) ms"
            add(
                "- \(result.outcome.participle) in \(time): "
                    + MarkdownReport.code(result.line.text))
        }
        guard let lead = verdict.lead, let command = handOff.report.checkCommand(for: lead)
        else { return }
        let block = MarkdownReport.block([command], info: "sh")
        add("\nTo look again:\n\n\(block)".dropLast().description)
    }

    /// A block as part of an item of a list, its empty lines kept.
    private static func indented(_ block: String, by count: Int) -> String {
        let margin = String(repeating: " ", count: count)
        return block.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
            .map { $0.isEmpty ? "" : margin + $0 }.joined(separator: "\n")
    }

    private mutating func heading(_ title: String) { add("\n## \(title)\n") }

    private mutating func add(_ line: String) { text += line + "\n" }
}
