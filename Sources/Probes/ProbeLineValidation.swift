import Catalog

/// What is wrong with a probe line by its kind's declaration, without running anything.
public enum ProbeLineValidation {
    /// What it looks for.
    public static let rules = [
        RuleDescription("probe-kind", .error, "A probe line is of a kind that there is not"),
        RuleDescription("probe-subject", .error, "A probe line's subject is none for its kind"),
        RuleDescription("probe-key", .error, "A probe line has a key that its kind has not"),
        RuleDescription("probe-operator", .error, "An option of a probe line is compared"),
        RuleDescription("probe-value", .error, "A value of a probe line is not of its key's type"),
        RuleDescription("probe-line", .error, "The words of a probe line do not go together"),
    ]

    /// The mistakes in a line, in the order of its words.
    ///
    /// - Parameters:
    ///   - line: The line.
    ///   - knowledge: What the runbooks know that the line may name; `nil` where none are loaded.
    public static func diagnostics(
        for line: ProbeLine, knowing knowledge: RunbookKnowledge? = nil
    ) -> [Diagnostic] {
        let found = wordDiagnostics(for: line)
        guard found.isEmpty, let kind = ProbeRegistry.kind(named: line.kind) else { return found }
        return kind.mistakes(in: line, knowing: knowledge).map {
            Diagnostic(.error, rule: "probe-line", $0, at: line.location)
        }
    }

    /// The mistakes in a line's single words.
    static func wordDiagnostics(for line: ProbeLine) -> [Diagnostic] {
        guard let kind = ProbeRegistry.kind(named: line.kind) else {
            let hint = NearestName.hint(for: line.kind, in: ProbeRegistry.names)
            return [
                Diagnostic(
                    .error, rule: "probe-kind", "unknown probe kind '\(line.kind)'\(hint)",
                    at: line.location)
            ]
        }
        var seen: Set<String> = []
        let conditions = line.conditions.flatMap { condition in
            let repeated = !seen.insert(condition.key).inserted
            return diagnostics(for: condition, isRepeated: repeated, in: line, of: kind.schema)
        }
        return (subjectProblem(of: line, kind).map { [$0] } ?? []) + conditions
    }

    /// What is wrong with the subject; what a variable stands for is known only when it is filled in,
    /// which makes no other words of a command.
    private static func subjectProblem(of line: ProbeLine, _ kind: any ProbeKind) -> Diagnostic? {
        let isKnown = kind.schema.subject.isCommand || !line.subject.contains("${")
        guard isKnown, let mistake = kind.mistake(in: line.subject) else { return nil }
        return Diagnostic(.error, rule: "probe-subject", mistake, at: line.location)
    }

    private static func diagnostics(
        for condition: Condition, isRepeated: Bool, in line: ProbeLine, of schema: ProbeSchema
    ) -> [Diagnostic] {
        func error(_ rule: String, _ message: String) -> [Diagnostic] {
            var location = line.location
            location.column = condition.column
            let message = shown(message, about: condition, of: schema)
            return [Diagnostic(.error, rule: rule, message, at: location)]
        }
        if let option = schema.option(named: condition.key) {
            if condition.comparison != .equal {
                return error(
                    "probe-operator",
                    "'\(option.key)' is an option and takes '=', not '\(condition.comparison.rawValue)'"
                )
            }
            if isRepeated, !option.isRepeatable {
                return error("probe-key", "'\(option.key)' may stand only once")
            }
            return typeProblem(option.type, condition).map { error("probe-value", $0) } ?? []
        }
        guard let observable = schema.observable(named: condition.key) else {
            let names = schema.observables.map(\.key) + schema.options.map(\.key)
            let hint = NearestName.hint(for: condition.key, in: names)
            return error("probe-key", "\(schema.kind) has no key '\(condition.key)'\(hint)")
        }
        return valueProblem(observable, condition).map { error("probe-value", $0) } ?? []
    }

    /// A message about a line whose subject is a secret, without words so long that they may be
    /// that secret in a wrong place.
    private static func shown(
        _ message: String, about condition: Condition, of schema: ProbeSchema
    ) -> String {
        guard schema.subject.isSecret else { return message }
        return [condition.key, condition.value].filter { $0.count > longestHarmlessWord }
            .reduce(message) { $0.replacing($1, with: "…") }
    }

    private static let longestHarmlessWord = 30

    private static func valueProblem(
        _ observable: ProbeSchema.Observable, _ condition: Condition
    ) -> String? {
        if condition.comparison.isPattern {
            return typeProblem(.pattern, condition)
        }
        if condition.comparison.isOrdering {
            let isOrdered = [.number, .duration, .bytes, .percent, .text].contains(observable.type)
            let type = observable.type == .text ? ValueType.number : observable.type
            return isOrdered
                ? typeProblem(type, condition)
                : "'\(condition.key)' is \(observable.type.form) and has no order"
        }
        return observable.takesNames ? nil : typeProblem(observable.type, condition)
    }

    private static func typeProblem(_ type: ValueType, _ condition: Condition) -> String? {
        let value = condition.value
        // What a variable stands for is known only when it is filled in.
        if value.contains("${") { return nil }
        let isFine =
            switch type {
            case .text, .list: true
            case .boolean: value == "true" || value == "false"
            case .pattern: PatternSearch.regex(value) != nil
            case .number, .bytes, .percent, .duration: type.number(of: value) != nil
            }
        return isFine ? nil : "'\(condition.key)' wants \(type.form), not '\(value)'"
    }
}
