import Catalog

/// A probe line made ready to run: variables filled in, values typed.
public struct ProbeCheck: Sendable {
    /// The line as written.
    public var line: ProbeLine
    /// What to look at.
    public var request: ProbeRequest
    /// The component at fault if it fails.
    public var component: String
    /// Whether the line itself names that component with `of=`.
    public var namesComponent: Bool

    /// Why a line can't be run.
    public enum Problem: Error, Sendable, Hashable {
        /// The line itself is wrong.
        case invalid([Diagnostic])
        /// Variables that it uses have no value.
        case unset([String])
    }

    /// Makes a line ready to run.
    ///
    /// - Parameters:
    ///   - line: The line.
    ///   - variables: Gives a variable's value.
    ///   - timeout: The bound where the line names none.
    /// - Throws: ``Problem``.
    public init(
        _ line: ProbeLine, variables: (String) -> String?, timeout: Duration
    ) throws(Problem) {
        let mistakes = ProbeLineValidation.diagnostics(for: line)
        guard mistakes.isEmpty, let kind = ProbeRegistry.kind(named: line.kind) else {
            throw .invalid(mistakes)
        }
        let schema = kind.schema
        var unset: [String] = []
        func fill(_ text: String) -> String {
            Self.filled(text, variables: variables, unset: &unset)
        }
        let subject = fill(line.subject)
        let words = Self.words(of: line, schema: schema).map(fill)
        let conditions = try Self.conditions(of: line, schema: schema).map { condition in
            var filled = condition
            filled.value = fill(condition.value)
            return filled
        }
        guard unset.isEmpty else { throw .unset(unset) }
        let options = conditions.filter { schema.option(named: $0.key) != nil }
        let own = options.first { $0.key == ProbeSchema.componentKey }?.value
        let limit = options.first { $0.key == ProbeSchema.timeoutKey }
        guard let limit = limit.map({ Quantity.timeout($0.value) }) ?? timeout else {
            throw .invalid([Self.badTimeout(line, limit?.value ?? "")])
        }
        self.line = line
        request = ProbeRequest(
            kind: line.kind, subject: subject, words: words,
            options: options.filter { $0.key != ProbeSchema.componentKey }
                .map { OptionValue(key: $0.key, value: $0.value) },
            timeout: limit, expectations: Self.expectations(in: conditions, schema: schema))
        request = kind.explicit(request)
        component = own ?? kind.component(of: request)
        namesComponent = own != nil
    }

    /// The line's conditions, with the kind's own where it states nothing.
    private static func conditions(
        of line: ProbeLine, schema: ProbeSchema
    ) throws(Problem) -> [Condition] {
        let states = line.conditions.contains { schema.observable(named: $0.key) != nil }
        if states { return line.conditions }
        let words = [line.kind, line.subject] + schema.defaultConditions
        do {
            return line.conditions + (try ProbeLine(words: words)).conditions
        } catch {
            throw .invalid([
                Diagnostic(.error, rule: "probe-syntax", "\(error)", at: line.location)
            ])
        }
    }

    /// What the conditions expect of observables.
    private static func expectations(
        in conditions: [Condition], schema: ProbeSchema
    ) -> [Expectation] {
        conditions.compactMap { condition in
            schema.observable(named: condition.key).map { observable in
                Expectation(
                    condition.key, condition.comparison, condition.value, type: observable.type)
            }
        }
    }

    /// The words of a command, split while a variable is still one word, whatever it stands for.
    private static func words(of line: ProbeLine, schema: ProbeSchema) -> [String] {
        guard schema.subject.isCommand else { return [] }
        return (try? CommandSubject.words(of: line.subject)) ?? []
    }

    /// A text with its variables filled in; those without a value are added to the others.
    private static func filled(
        _ text: String, variables: (String) -> String?, unset: inout [String]
    ) -> String {
        switch VariableReference.expand(text, with: variables) {
        case .expanded(let filled): return filled
        case .unset(let names):
            unset += names.filter { !unset.contains($0) }
            return text
        }
    }

    private static func badTimeout(_ line: ProbeLine, _ value: String) -> Diagnostic {
        Diagnostic(
            .error, rule: "probe-value",
            "'timeout' wants a time above 0 and at most a day, not '\(value)'", at: line.location)
    }
}
