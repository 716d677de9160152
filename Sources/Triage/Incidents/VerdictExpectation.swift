/// What a recorded incident's verdict must say.
public struct VerdictExpectation: Sendable, Hashable {
    /// The answer.
    public var health: Verdict.Health
    /// What must lead: an entry's id; a step as `system/step-2` where no entry explains it, else the
    /// component; `nil` where nothing failed.
    public var lead: String?
    /// The entries that the lead must explain.
    public var explains: [String]

    /// Makes an expectation.
    public init(health: Verdict.Health, lead: String?, explains: [String]) {
        self.health = health
        self.lead = lead
        self.explains = explains
    }

    /// What a verdict says.
    public init(of verdict: Verdict) {
        health = verdict.health
        lead = verdict.lead.map(Self.name)
        explains = verdict.explains
    }

    /// What leads, by the name it has in the runbooks.
    private static func name(of problem: Problem) -> String {
        if let entry = problem.entry { return entry.id }
        guard let step = problem.step, let system = problem.system else { return problem.component }
        return Owner.step(system: system, number: step.number).id
    }

    /// How another verdict differs, each difference in a sentence without a full stop.
    public func differences(from found: VerdictExpectation) -> [String] {
        var differences: [String] = []
        if found.health != health {
            differences.append(
                "the verdict is \(found.health.rawValue), expected \(health.rawValue)")
        }
        if found.lead != lead {
            differences.append(
                "\(found.lead ?? "nothing") leads, expected \(lead ?? "nothing")")
        }
        let missing = explains.filter { !found.explains.contains($0) }
        if !missing.isEmpty {
            differences.append("it no longer explains \(missing.joined(separator: ", "))")
        }
        let added = found.explains.filter { !explains.contains($0) }
        if !added.isEmpty {
            differences.append("it now explains \(added.joined(separator: ", "))")
        }
        return differences
    }
}
