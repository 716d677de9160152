import Catalog

extension GuideWalk {
    /// The kind that a person's answer has among results; no line of a runbook can have it.
    public static let answerKind = "seen"

    /// All that is known by now, a person's answers as results of their own: the verdict is computed
    /// from them as from any others.
    public var items: [TriageRecord.Item] {
        plan.items.indices.flatMap { observed[$0] ?? [] } + asked.map(item)
    }

    /// What a person said, as a result.
    private func item(for question: GuideQuestion) -> TriageRecord.Item {
        let (outcome, said) = outcome(of: question)
        let reason = explanation(of: question)?.title ?? question.title
        let line = ProbeLine(
            text: "\(Self.answerKind) \(question.text)", kind: Self.answerKind,
            subject: question.text, conditions: [], reason: reason,
            location: question.location)
        return TriageRecord.Item(
            result: ProbeResult(
                line: line, component: component(of: question), outcome: outcome, observed: said,
                expected: outcome == .fail ? "no" : ""),
            owners: owners(of: question))
    }

    private func outcome(of question: GuideQuestion) -> (Outcome, String) {
        switch answers[question.id] {
        case .yes where question.kind == .symptom && !isConfirmed(question.owner):
            (.unknown, "you see it, but nothing you looked at shows why")
        case .yes: (.fail, "you said yes")
        case .no: (.pass, "you said no")
        case .skip: (.unknown, "you could not tell")
        case nil: (.unknown, "not answered")
        }
    }

    /// The component that an answer is about: the one that lines of the same owner look at.
    private func component(of question: GuideQuestion) -> String {
        if let explaining = explanation(of: question) { return component(of: explaining) }
        switch question.owner {
        case .step(let system, _): return known(of: question.owner) ?? system
        case .entry(let id):
            let entry = stages.flatMap(\.candidates).first { $0.id == id }
            return entry.map(component) ?? id
        }
    }

    private func component(of entry: Entry) -> String {
        known(of: .entry(id: entry.id)) ?? entry.subsystem ?? entry.localID
    }

    private func known(of owner: Owner) -> String? {
        items(of: owner).first?.result.component
    }

    /// The owners of an answer: a step that led to the entry that explains it speaks for that one.
    private func owners(of question: GuideQuestion) -> [Owner] {
        [question.owner] + (explanation(of: question).map { [.entry(id: $0.id)] } ?? [])
    }

    /// The confirmed entry, where the question is of the step that led to it.
    private func explanation(of question: GuideQuestion) -> Entry? {
        guard question.kind == .step, answers[question.id] == .yes, let confirmed else {
            return nil
        }
        let stage = stages.first { stage in
            stage.step.map { Owner.step(system: stage.system, number: $0.number) }
                == question.owner
        }
        let leadsThere = stage?.candidates.contains { $0.id == confirmed.id } ?? false
        return leadsThere ? confirmed : nil
    }

    private func isConfirmed(_ owner: Owner) -> Bool {
        if case .entry(let id) = owner { id == confirmed?.id } else { false }
    }
}
