import Catalog

/// The way through runbooks with a person: which lines to run and what to ask next, in the order of
/// their triage steps.
///
/// A step whose lines pass is over. One that fails, or that a person says looks wrong, leads to its
/// entries: their lines are run, and where none of them failed the person is asked about those that
/// are open, first what they would see, then what there is to look at. The first entry that is
/// confirmed ends the questions; every other line is still run, for the cause may lie deeper.
///
/// It touches nothing: what happens depends on results and answers alone, so that a walk that was
/// left goes on at the same place when it is given the same answers.
public struct GuideWalk: Sendable {
    /// What is to be done next.
    public enum Move: Sendable {
        /// Run the items of the plan at these positions.
        case probe([Int], Purpose)
        /// Ask a person.
        case ask(GuideQuestion)
        /// Nothing; the verdict is due.
        case finished
    }

    /// What lines are run for.
    public enum Purpose: Sendable, Hashable {
        /// To answer a step; `count` is how many steps its runbook has.
        case step(TriageStep, system: String, count: Int)
        /// To tell which entry it is, of so many.
        case entries(Int)
        /// To see what else is wrong.
        case rest
    }

    /// The lines of all runbooks.
    public let plan: TriagePlan
    let stages: [GuideStage]
    private let positions: [Owner: [Int]]
    private var stage = 0
    private var candidate = 0
    /// What was observed, by position in the plan.
    private(set) var observed: [Int: [TriageRecord.Item]] = [:]
    /// What a person has said, by the questions' ids.
    public private(set) var answers: [String: GuideAnswer]
    /// The questions answered or left open, in the order asked.
    private(set) var asked: [GuideQuestion] = []
    private var askedIDs: Set<String> = []
    /// The entry that the walk ended at.
    public private(set) var confirmed: Entry?

    /// Begins a walk.
    ///
    /// - Parameters:
    ///   - plan: The lines of the runbooks to walk through.
    ///   - answers: What a person has said before, by the questions' ids.
    public init(_ plan: TriagePlan, answers: [String: GuideAnswer] = [:]) {
        self.plan = plan
        self.answers = answers
        stages = GuideStage.stages(of: plan)
        positions = plan.items.indices.reduce(into: [:]) { positions, position in
            for owner in plan.items[position].owners {
                positions[owner, default: []].append(position)
            }
        }
    }

    /// Tells what to do next; the same until it is done.
    public mutating func next() -> Move {
        while stage < stages.count, confirmed == nil {
            if let move = move(in: stages[stage]) { return move }
            stage += 1
            candidate = 0
        }
        let rest = plan.items.indices.filter { observed[$0] == nil }
        return rest.isEmpty ? .finished : .probe(rest, .rest)
    }

    /// Takes what the lines at these positions came to.
    public mutating func take(_ items: [TriageRecord.Item], at positions: [Int]) {
        var places: [SourceLocation: Int] = [:]
        for position in positions {
            observed[position] = []
            places[plan.items[position].line.location] = position
        }
        for item in items {
            guard let position = places[item.result.line.location] else { continue }
            observed[position]?.append(item)
        }
    }

    /// Takes an answer.
    public mutating func take(_ answer: GuideAnswer, to question: GuideQuestion) {
        answers[question.id] = answer
    }

    /// What is said of an owner: its failed, passed or open lines; `nil` where none were run.
    func status(of owner: Owner) -> EntryStatus? {
        let outcomes = items(of: owner).map(\.result.outcome)
        if outcomes.isEmpty { return nil }
        if outcomes.contains(.fail) { return .confirmed }
        return outcomes.allSatisfy { $0 == .pass } ? .ruledOut : .open
    }

    /// What the lines of an owner came to.
    func items(of owner: Owner) -> [TriageRecord.Item] {
        positions[owner, default: []].flatMap { observed[$0] ?? [] }
    }
}

extension GuideWalk {
    /// The next move within a stage; `nil` where it is over.
    private mutating func move(in current: GuideStage) -> Move? {
        if let step = current.step {
            let owner = Owner.step(system: current.system, number: step.number)
            let unseen = unseen(of: [owner])
            if !unseen.isEmpty {
                return .probe(
                    unseen, .step(step, system: current.system, count: current.stepCount))
            }
            switch status(of: owner) {
            case .ruledOut: return nil
            case .confirmed: break
            case .open, nil:
                let question = GuideQuestion(step, of: current.system)
                guard let answer = answer(to: question) else { return .ask(question) }
                if answer != .yes { return nil }
            }
        }
        return moveAmongCandidates(of: current)
    }

    /// Runs the lines of a stage's entries, then asks about those that are open.
    private mutating func moveAmongCandidates(of current: GuideStage) -> Move? {
        let entries = current.candidates
        let unseen = unseen(of: entries.map { .entry(id: $0.id) })
        if !unseen.isEmpty { return .probe(unseen, .entries(entries.count)) }
        confirmed = entries.first { status(of: .entry(id: $0.id)) == .confirmed }
        while confirmed == nil, candidate < entries.count {
            let entry = entries[candidate]
            if status(of: .entry(id: entry.id)) != .ruledOut,
                let question = openQuestion(about: entry)
            {
                return .ask(question)
            }
            if confirmed == nil { candidate += 1 }
        }
        return nil
    }

    /// The next thing to ask about an entry; notes it as confirmed where the answers say so.
    private mutating func openQuestion(about entry: Entry) -> GuideQuestion? {
        let symptoms = GuideQuestion(symptomsOf: entry)
        guard let seen = answer(to: symptoms) else { return symptoms }
        if seen != .yes { return nil }
        let checks = GuideQuestion.checks(of: entry)
        for check in checks {
            guard let answer = answer(to: check) else { return check }
            if answer == .yes {
                confirmed = entry
                return nil
            }
        }
        if checks.isEmpty { confirmed = entry }
        return nil
    }

    /// The answer to a question, which counts as asked from now on.
    private mutating func answer(to question: GuideQuestion) -> GuideAnswer? {
        if askedIDs.insert(question.id).inserted { asked.append(question) }
        return answers[question.id]
    }

    private func unseen(of owners: [Owner]) -> [Int] {
        Set(owners.flatMap { positions[$0, default: []] }).filter { observed[$0] == nil }.sorted()
    }
}
