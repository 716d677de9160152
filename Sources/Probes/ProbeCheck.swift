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
        /// Its runbook is not trusted, and it does what only lines of others may.
        case untrusted(Breach)
    }

    /// Makes a line ready to run.
    ///
    /// - Parameters:
    ///   - line: The line.
    ///   - variables: Gives a variable's value.
    ///   - timeout: The bound where the line names none.
    ///   - confinement: What holds for the line where its runbook is not trusted; `nil` where it is.
    /// - Throws: ``Problem``.
    public init(
        _ line: ProbeLine, variables: (String) -> String?, timeout: Duration,
        confinement: Confinement? = nil
    ) throws(Problem) {
        let mistakes = ProbeLineValidation.diagnostics(for: line)
        guard mistakes.isEmpty, let kind = ProbeRegistry.kind(named: line.kind) else {
            throw .invalid(mistakes)
        }
        if let breach = confinement?.breach(by: line, of: kind.schema) {
            throw .untrusted(breach)
        }
        var stating = line
        stating.conditions = try Self.conditions(of: line, schema: kind.schema)
        let prepared = try Self.prepared(
            stating, of: kind.schema, variables: variables, timeout: timeout,
            isConfined: confinement != nil)
        self.line = line
        request = kind.explicit(prepared.request)
        component = prepared.component ?? kind.component(of: request)
        namesComponent = prepared.component != nil
    }

    /// The request of a valid line, variables filled in, and the component that it names.
    static func prepared(
        _ line: ProbeLine, of schema: ProbeSchema, variables: (String) -> String?,
        timeout: Duration, isConfined: Bool
    ) throws(Problem) -> (request: ProbeRequest, component: String?) {
        var unset: [String] = []
        func fill(_ text: String) -> String {
            filled(text, variables: variables, unset: &unset)
        }
        let subject = fill(line.subject)
        let words = words(of: line, schema: schema).map(fill)
        let conditions = line.conditions.map { condition in
            var filled = condition
            filled.value = fill(condition.value)
            return filled
        }
        guard unset.isEmpty else { throw .unset(unset) }
        let options = conditions.filter { schema.option(named: $0.key) != nil }
        let limit = options.first { $0.key == ProbeSchema.timeoutKey }
        guard let limit = limit.map({ Quantity.timeout($0.value) }) ?? timeout else {
            throw .invalid([badTimeout(line, limit?.value ?? "")])
        }
        let request = ProbeRequest(
            kind: line.kind, subject: subject, words: words,
            options: options.filter { $0.key != ProbeSchema.componentKey }
                .map { OptionValue(key: $0.key, value: $0.value) },
            isConfined: isConfined, timeout: limit,
            expectations: expectations(in: conditions, schema: schema))
        return (request, options.first { $0.key == ProbeSchema.componentKey }?.value)
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
