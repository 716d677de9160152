import Catalog
import Foundation
import Report
import Triage

/// A report with one outside text planted in one place.
struct HostileReport {
    /// The text that stands in all places but one.
    static let harmless = "plain words"

    /// Every place of a verdict that outside text comes to.
    enum Place: String, CaseIterable {
        case system, title, owner, file, entryID, entryTitle, symptom, cause, check, fix, command
        case status, severity, validation, crossIssueNote, signature, escalation, toGather
        case stepTitle, stepDetail, stepCommand, line, subject, reason, component, observed
        case expected, evidence, failingSubject, unknownLine, unknownReason, passedLine
        case furtherComponent, furtherReason, dependency, flag
    }

    private let place: Place
    private let text: String

    /// Plants a text.
    init(_ text: String, at place: Place) {
        self.place = place
        self.text = text
    }

    private func at(_ place: Place, _ usual: String = harmless) -> String {
        place == self.place ? text : usual
    }

    private func location(_ line: Int) -> SourceLocation {
        SourceLocation(file: at(.file, "runbooks/s.md"), line: line)
    }

    /// The report.
    var report: RunReport {
        var items = [
            item(.fail, at(.line, "compose first"), at(.component, "first")),
            item(.fail, "http second", at(.furtherComponent, "second")),
            item(.unknown, at(.unknownLine, "tcp third"), "third"),
            item(.pass, at(.passedLine, "tcp fourth"), "fourth"),
        ]
        items[0].result.line.reason = at(.reason)
        items[0].owners = [
            .step(system: system, number: 1), .entry(id: "s/" + at(.entryID, "e-1")),
        ]
        items[0].result.evidence = ["2026-11-21T10:00:00Z ERROR \(at(.evidence))", at(.evidence)]
        items[0].result.failingSubjects = [at(.failingSubject, "first")]
        items[1].result.line.reason = at(.furtherReason)
        items[2].result.observed = at(.unknownReason)
        let verdict = Verdict(
            of: TriageRecord(
                runbooks: [runbook], items: items,
                dependencies: [at(.dependency, "fifth"): [at(.component, "first")]]))
        return RunReport(
            of: verdict, started: Date(timeIntervalSince1970: 1_795_000_000),
            duration: .seconds(1), flags: ["--set", at(.flag, "a=b")], detail: .full)
    }

    private var system: String { at(.system, "s") }

    private func item(
        _ outcome: Outcome, _ line: String, _ component: String
    ) -> TriageRecord.Item {
        TriageRecord.Item(
            result: ProbeResult(
                line: ProbeLine(
                    text: line, kind: "compose", subject: at(.subject, "first"), conditions: [],
                    reason: nil, location: location(9)),
                component: component, outcome: outcome, observed: at(.observed),
                expected: at(.expected)),
            owners: [])
    }

    private var runbook: Runbook {
        var runbook = Runbook(file: at(.file, "runbooks/s.md"), system: system, title: at(.title))
        runbook.owner = at(.owner)
        var step = TriageStep(number: 1, title: at(.stepTitle), location: location(3))
        step.details = [at(.stepDetail)]
        step.commands = [at(.stepCommand)]
        runbook.triage = [step]
        runbook.entries = [entry]
        runbook.sections = [
            Section(
                role: .escalation, title: "Escalation", items: [at(.escalation)],
                location: location(40)),
            Section(
                role: .evidence, title: "Evidence", items: [at(.toGather)], location: location(50)),
        ]
        return runbook
    }

    private var entry: Entry {
        var entry = Entry(
            id: "s/" + at(.entryID, "e-1"), system: "s", title: at(.entryTitle),
            location: location(5))
        entry.symptoms = [at(.symptom)]
        entry.causes = [at(.cause)]
        entry.checks = [at(.check)]
        // Each in words of its own: a remedy that ends in its command is shown without it.
        let (fix, command) = (at(.fix, "mend it"), at(.command, "mend --now"))
        entry.fixes = [Fix(text: fix, commands: [command], isDestructive: true)]
        entry.status = at(.status)
        entry.severity = at(.severity)
        entry.validation = [at(.validation)]
        entry.crossIssueNotes = [at(.crossIssueNote)]
        entry.signatures = [at(.signature)]
        return entry
    }
}
