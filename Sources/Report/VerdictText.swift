import Catalog
import Triage

/// A verdict for a person: what is broken, why we think so, and what to do, in that order.
public struct VerdictText {
    private var layout: TextLayout
    private let report: RunReport
    private var verdict: Verdict { report.verdict }

    /// The report in a style.
    public static func report(of report: RunReport, style: TextStyle) -> String {
        var text = VerdictText(layout: TextLayout(style), report: report)
        text.addHeadline()
        if report.detail == .brief { return text.layout.text }
        if let lead = report.verdict.lead { text.addLead(lead) }
        text.addFurtherProblems()
        text.addUnknowns()
        if report.detail == .full { text.addPassed() }
        text.addStub()
        text.addTotals()
        return text.layout.text
    }

    private mutating func addHeadline() {
        switch verdict.health {
        case .healthy:
            layout.paragraph(verdict.summary, lead: "✓ HEALTHY  ", leadMeaning: .good)
        case .inconclusive:
            layout.paragraph(verdict.summary, lead: "? INCONCLUSIVE  ", leadMeaning: .unclear)
        case .unhealthy:
            layout.paragraph(
                verdict.headline, as: .emphasis, lead: "✗ UNHEALTHY  ", leadMeaning: .bad)
        }
    }

    private mutating func addLead(_ lead: Problem) {
        layout.gap()
        if let entry = lead.entry { layout.field("entry", "\(entry.id): \(entry.title)") }
        if let step = lead.step {
            layout.field("found at", "triage step \(step.number): \(step.title)")
        }
        if let place = lead.entry?.location ?? lead.step?.location {
            layout.field("read", "\(place.file):\(place.line)", as: .quiet, linkingTo: place)
        }
        if !lead.downstream.isEmpty {
            layout.field(
                "follows", lead.downstream.joined(separator: ", ") + " (fails because of it)")
        }
        let others = lead.explains.filter { $0 != lead.entry?.id }
        if !others.isEmpty { layout.field("explains", others.joined(separator: ", ")) }

        layout.heading("Evidence")
        addResults(lead.evidence)
        addFixes(of: lead)
        addValidation(of: lead)
        layout.addList("Beside other issues", lead.entry?.crossIssueNotes ?? [])
        if !lead.escalation.isEmpty {
            layout.heading("If that does not help")
            for item in lead.escalation { layout.paragraph(item, lead: "- ", indentation: 2) }
        }
    }

    /// Adds results, lines of which the same was seen together.
    private mutating func addResults(_ results: [ProbeResult]) {
        var seen: [String] = []
        for result in results where !seen.contains(result.observed) { seen.append(result.observed) }
        for observed in seen { addGroup(results.filter { $0.observed == observed }) }
    }

    /// Adds lines of which the same was seen.
    private mutating func addGroup(_ results: [ProbeResult]) {
        guard let first = results.first else { return }
        let meaning = Self.meaning(of: first.outcome)
        for result in results {
            layout.paragraph(
                result.line.text, lead: first.outcome.mark + " ", leadMeaning: meaning,
                indentation: 2)
        }
        layout.field("saw", first.observed, as: meaning, indentation: 4)
        if first.outcome == .fail {
            var expected: [String] = []
            for result in results where !expected.contains(result.expected) {
                expected.append(result.expected)
            }
            layout.field("expected", expected.joined(separator: " "), indentation: 4)
        }
        for line in first.evidence {
            layout.paragraph(line, as: .quiet, lead: "| ", indentation: 4)
        }
    }

    private mutating func addFixes(of problem: Problem) {
        if problem.fixes.isEmpty {
            guard let step = problem.step, !step.commands.isEmpty else { return }
            layout.heading("Look closer")
            for command in step.commands { layout.command(command) }
            return
        }
        layout.heading("Fix")
        for fix in problem.fixes { layout.add(fix) }
    }

    private mutating func addValidation(of problem: Problem) {
        guard let command = report.checkCommand(for: problem) else { return }
        layout.heading("Then check")
        for item in problem.validation { layout.paragraph(item, lead: "- ", indentation: 2) }
        layout.command(command)
    }

    private mutating func addFurtherProblems() {
        if verdict.also.isEmpty { return }
        layout.heading("Also broken, on its own account")
        for problem in verdict.also {
            layout.paragraph(
                "\(problem.component): \(problem.reason)", lead: "✗ ", leadMeaning: .bad,
                indentation: 2)
            for result in problem.evidence.prefix(1) {
                layout.field("saw", result.observed, indentation: 4)
            }
            if !problem.downstream.isEmpty {
                layout.field("follows", problem.downstream.joined(separator: ", "), indentation: 4)
            }
            if let entry = problem.entry {
                layout.field("entry", "\(entry.id): \(entry.title)", indentation: 4)
                layout.field("fix", command: report.showCommand(for: entry), indentation: 4)
            } else if let step = problem.step {
                layout.field(
                    "found at", "triage step \(step.number): \(step.title)", indentation: 4)
            }
        }
    }

    /// What could not be observed, lines with the same reason together.
    private mutating func addUnknowns() {
        let unknown = verdict.results(.unknown)
        if unknown.isEmpty { return }
        layout.heading("Could not be observed")
        var reasons: [String] = []
        for result in unknown where !reasons.contains(result.observed) {
            reasons.append(result.observed)
        }
        for reason in reasons {
            layout.paragraph(reason, lead: "? ", leadMeaning: .unclear, indentation: 2)
            for result in unknown where result.observed == reason {
                layout.paragraph(result.line.text, as: .quiet, indentation: 4)
            }
        }
    }

    /// The start of an entry for what leads and has none.
    private mutating func addStub() {
        guard let stub = verdict.lead.flatMap(EntryStub.init) else { return }
        layout.heading("No entry explains this. To add one, paste into \(stub.place):")
        layout.gap()
        layout.block(stub.markdown)
    }

    private mutating func addPassed() {
        let passed = verdict.results(.pass)
        if passed.isEmpty { return }
        layout.heading("Passed")
        addResults(passed)
    }

    private mutating func addTotals() {
        layout.gap()
        layout.paragraph("\(report.probeCounts) in \(report.duration.runText)", as: .quiet)
    }

    private static func meaning(of outcome: Outcome) -> TextStyle.Meaning {
        switch outcome {
        case .pass: .good
        case .fail: .bad
        case .unknown: .unclear
        }
    }
}
