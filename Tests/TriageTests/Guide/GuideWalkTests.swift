import Catalog
import Probes
import Testing

@testable import Triage

@Suite struct GuideWalkTests {
    /// What a test does at each move: outcomes by the first word behind a line's kind, and answers
    /// by the words of a question.
    private struct Script {
        var outcomes: [String: Outcome] = [:]
        var answers: [String: GuideAnswer] = [:]
    }

    /// What happened on a walk.
    private struct Story {
        var moves: [String] = []
        var walk: GuideWalk

        var verdict: Verdict {
            Verdict(of: TriageRecord(runbooks: walk.plan.runbooks, items: walk.items))
        }
    }

    private static func line(_ subject: String, at line: Int) -> ProbeLine {
        ProbeLine(
            text: "file \(subject)", kind: "file", subject: subject, conditions: [], reason: nil,
            location: SourceLocation(file: "shop.md", line: line))
    }

    /// A shop: step 1 has a probe and leads to two entries, step 2 has none and leads to one, and
    /// two entries are named by no step.
    private static func runbook() -> Runbook {
        var runbook = Runbook(file: "shop.md", system: "shop", title: "Shop")
        runbook.triage = [1, 2, 3].map {
            TriageStep(
                number: $0, title: "Question \($0)?",
                location: SourceLocation(file: "shop.md", line: $0))
        }
        runbook.triage[0].probes = [line("till", at: 1)]
        runbook.triage[0].entries = ["shop/paper", "shop/ink"]
        runbook.triage[1].entries = ["shop/door"]
        runbook.entries = ["paper", "ink", "door", "roof", "cat"].enumerated().map { offset, name in
            var entry = Entry(
                id: "shop/\(name)", system: "shop", title: "The \(name)",
                location: SourceLocation(file: "shop.md", line: 10 + offset))
            entry.symptoms = ["See \(name)"]
            entry.checks = ["Check \(name)", "Check \(name) again"]
            return entry
        }
        runbook.entries[0].probes = [line("paper", at: 20)]
        runbook.entries[3].probes = [line("roof", at: 21)]
        return runbook
    }

    /// Walks to the end, or until a question comes that the script has no answer for.
    private func walk(
        _ script: Script, through runbook: Runbook = runbook(),
        answers: [String: GuideAnswer] = [:]
    ) -> Story {
        let plan = TriagePlan([runbook], variables: VariableScope(), timeout: .seconds(1))
        var story = Story(walk: GuideWalk(plan, answers: answers))
        while story.moves.count < 50 {
            switch story.walk.next() {
            case .finished: return story
            case .probe(let positions, _):
                let items = positions.map { plan.items[$0] }
                story.moves.append("run " + items.map(\.line.subject).joined(separator: " "))
                story.walk.take(
                    items.map { item in
                        TriageRecord.Item(
                            result: ProbeResult(
                                line: item.line, component: item.line.subject,
                                outcome: script.outcomes[item.line.subject] ?? .pass, observed: "",
                                expected: ""), owners: item.owners)
                    }, at: positions)
            case .ask(let question):
                story.moves.append(question.text)
                guard let answer = script.answers[question.text] else { return story }
                story.walk.take(answer, to: question)
            }
        }
        Issue.record("the walk does not end: \(story.moves)")
        return story
    }

    private static let noTrouble: [String: GuideAnswer] = ["Question 2?": .no, "Question 3?": .no]

    @Test("steps whose probes pass ask nothing; the others ask their own question")
    func healthy() {
        let story = walk(Script(answers: Self.noTrouble))
        #expect(story.moves == ["run till", "Question 2?", "Question 3?", "run paper roof"])
        #expect(story.verdict.health == .healthy)
    }

    @Test("a step that fails runs the probes of its entries, and one that fails ends the questions")
    func confirmedByProbe() {
        let story = walk(Script(outcomes: ["till": .fail, "paper": .fail]))
        #expect(story.moves == ["run till", "run paper", "run roof"])
        #expect(story.walk.confirmed?.id == "shop/paper")
    }

    @Test("where no probe confirms an entry, symptoms are asked, then checks, entry by entry")
    func confirmedByPerson() {
        let story = walk(
            Script(
                outcomes: ["till": .fail],
                answers: ["See ink": .yes, "Check ink": .no, "Check ink again": .yes]))
        // The paper's probe passed, which rules it out without a question.
        #expect(
            story.moves == [
                "run till", "run paper", "See ink", "Check ink", "Check ink again", "run roof",
            ])
        #expect(story.walk.confirmed?.id == "shop/ink")
        let verdict = story.verdict
        #expect(verdict.health == .unhealthy)
        #expect(verdict.problems.contains { $0.entry?.id == "shop/ink" })
        #expect(
            verdict.results.filter { $0.line.kind == GuideWalk.answerKind }.map(\.outcome)
                == [.fail, .pass, .fail])
    }

    @Test("a step answered with yes leads to its entries and speaks for the one confirmed")
    func stepByPerson() throws {
        let story = walk(
            Script(answers: ["Question 2?": .yes, "See door": .yes, "Check door": .yes]))
        #expect(story.walk.confirmed?.id == "shop/door")
        let verdict = story.verdict
        let lead = try #require(verdict.lead)
        #expect(lead.entry?.id == "shop/door")
        #expect(lead.reason == "The door")
        #expect(lead.step?.number == 2)
        #expect(lead.evidence.map(\.observed) == ["you said yes", "you said yes", "you said yes"])
        #expect(verdict.also.isEmpty)
    }

    @Test("a step that names no entry leads to those that no step names")
    func unnamed() {
        let story = walk(
            Script(
                outcomes: ["roof": .unknown],
                answers: [
                    "Question 2?": .no, "Question 3?": .yes, "See roof": .no, "See cat": .yes,
                    "Check cat": .yes,
                ]))
        #expect(
            story.moves.suffix(5) == ["run roof", "See roof", "See cat", "Check cat", "run paper"])
        #expect(story.walk.confirmed?.id == "shop/cat")
    }

    @Test("what is seen without a cause, and what nobody could tell, leaves the verdict open")
    func inconclusive() {
        var runbook = Self.runbook()
        runbook.triage = []
        let nothing: [String: GuideAnswer] = [
            "See ink": .yes, "Check ink": .no, "Check ink again": .no, "See door": .skip,
            "See cat": .no,
        ]
        let story = walk(Script(answers: nothing), through: runbook)
        #expect(story.walk.confirmed == nil)
        #expect(story.verdict.health == .inconclusive)
        #expect(story.verdict.entries["shop/ink"] == .open)
        #expect(story.verdict.entries["shop/cat"] == .ruledOut)
    }

    @Test("a step that looks wrong and that nothing explains leads by itself")
    func unexplained() throws {
        let story = walk(
            Script(answers: ["Question 2?": .yes, "See door": .no, "Question 3?": .no]))
        let lead = try #require(story.verdict.lead)
        #expect(lead.entry == nil)
        #expect(lead.step?.number == 2)
        #expect(lead.reason == "Question 2?")
    }

    @Test("a walk that is left is never healthy, however much has passed")
    func left() {
        let story = walk(Script())
        #expect(story.moves == ["run till", "Question 2?"])
        #expect(story.verdict.health == .inconclusive)
        #expect(story.verdict.results.last?.observed == "not answered")
    }

    @Test("with the answers of a walk that was left it goes on at the same question")
    func resumed() {
        let answers = ["Question 2?": GuideAnswer.yes, "See door": .yes]
        let first = walk(Script(answers: answers))
        #expect(first.moves.last == "Check door")
        let second = walk(Script(), answers: first.walk.answers)
        #expect(second.moves == ["run till", "Check door"])
        let third = walk(Script(answers: ["Check door": .yes]), answers: first.walk.answers)
        #expect(third.verdict.lead?.evidence.count == 3)
    }

    @Test("an answer is good for its question's words alone")
    func edited() {
        let first = walk(Script(answers: ["Question 2?": .yes]))
        var runbook = Self.runbook()
        runbook.triage[1].title = "Another question?"
        let second = walk(Script(), through: runbook, answers: first.walk.answers)
        #expect(second.moves == ["run till", "Another question?"])
    }

    @Test("an entry without checks is confirmed by what one sees; codes are never asked about")
    func bare() {
        var runbook = Self.runbook()
        runbook.triage = []
        runbook.entries[0].kind = .code
        runbook.entries[1].checks = []
        let story = walk(Script(answers: ["See ink": .yes]), through: runbook)
        #expect(story.moves == ["run roof", "See ink", "run paper"])
        #expect(story.walk.confirmed?.id == "shop/ink")
    }
}
