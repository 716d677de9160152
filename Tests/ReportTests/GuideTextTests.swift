import Catalog
import Testing
import Triage

@testable import Report

@Suite struct GuideTextTests {
    private static let style = TextStyle(width: 40)

    private func entry() -> Entry {
        var entry = Entry(
            id: "shop/till", system: "shop", title: "The till is gone and nobody can pay for it",
            location: SourceLocation(file: "shop.md", line: 3))
        entry.fixes = [Fix(text: "Buy another one, at once", commands: ["buy till"])]
        return entry
    }

    private func result(_ outcome: Outcome, _ observed: String) -> ProbeResult {
        ProbeResult(
            line: ProbeLine(
                text: "file till exists=true", kind: "file", subject: "till", conditions: [],
                reason: "the till is gone, as it was last week, too",
                location: SourceLocation(file: "shop.md", line: 4)),
            component: "till", outcome: outcome, observed: observed, expected: "exists=true")
    }

    /// Every question that a walk through a small runbook without triage asks.
    private func questions() -> [GuideQuestion] {
        var runbook = Runbook(file: "shop.md", system: "shop", title: "Shop")
        var entry = entry()
        entry.symptoms = ["People stand in a queue that reaches the street", "Nobody smiles"]
        entry.checks = ["Look below the counter, where it was put the last time"]
        runbook.entries = [entry]
        runbook.triage = [
            TriageStep(
                number: 1, title: "Is the till where it should be, and does it open?",
                location: SourceLocation(file: "shop.md", line: 1))
        ]
        var walk = GuideWalk(
            TriagePlan([runbook], variables: VariableScope(), timeout: .seconds(1)))
        var questions: [GuideQuestion] = []
        while case .ask(let question) = walk.next(), questions.count < 9 {
            questions.append(question)
            walk.take(.yes, to: question)
        }
        return questions
    }

    @Test("everything said fits 40 columns, prompts included")
    func narrow() {
        let questions = questions()
        #expect(questions.map(\.kind) == [.step, .symptom, .check])
        let results = [
            result(.pass, ""), result(.fail, "till does not exist in the shop of the high street"),
            result(.unknown, "no shop is here; go to where one is and try again"),
        ]
        let style = Self.style
        let texts =
            [
                GuideText.opening(of: ["shop"], style: style),
                GuideText.announcement(of: .entries(3), lines: 12, style: style),
                GuideText.announcement(of: .rest, lines: 1, style: style),
                GuideText.results(results, style: style),
                GuideText.confirmation(of: entry(), style: style),
                GuideText.correction, RemedyText.prompt, RemedyText.destructivePrompt,
                RemedyText.goOnPrompt,
                RemedyText.opening(of: entry(), results: results, status: .open, style: style),
            ]
            + questions.flatMap {
                [GuideText.question($0, style: style), GuideText.prompt(for: $0)]
            }
        for line in texts.flatMap({ $0.split(separator: "\n") }) {
            #expect(line.count <= 40, "\(line)")
        }
    }

    @Test("what failed says what is wrong, and the same reason for not knowing is said once")
    func results() {
        let text = GuideText.results(
            [
                result(.pass, ""), result(.pass, ""), result(.fail, "gone"),
                result(.unknown, "no shop"), result(.unknown, "no shop"),
            ], style: TextStyle())
        #expect(
            text == """
                  ✓ 2 passed
                  ✗ the till is gone, as it was last week, too
                    gone
                  ? 2 unknown: no shop

                """)
    }

    @Test("a runbook's words can't steer the terminal")
    func controls() {
        var step = TriageStep(
            number: 1, title: "\u{1B}]0;x\u{07}Is it?",
            location: SourceLocation(file: "shop.md", line: 1))
        step.commands = ["ls \u{1B}[2J"]
        var runbook = Runbook(file: "shop.md", system: "shop", title: "Shop")
        runbook.triage = [step]
        var walk = GuideWalk(
            TriagePlan([runbook], variables: VariableScope(), timeout: .seconds(1)))
        guard case .ask(let question) = walk.next() else {
            Issue.record("nothing is asked")
            return
        }
        let text = GuideText.question(question, style: TextStyle())
        #expect(!text.contains("\u{1B}") && !text.contains("\u{07}"))
    }
}
