import Catalog

/// A line of a `collect` block made ready to run: a probe line that says how to look, and states
/// nothing.
///
///     http ${PORTAL_URL}/metrics
///     log portal since=15m
///     exec "docker compose version"
public struct CollectLine: Sendable {
    /// The line as written.
    public var line: ProbeLine
    /// What to look at.
    public var request: ProbeRequest
    private let kind: any ProbeKind

    /// Makes a line ready to run.
    ///
    /// - Parameters:
    ///   - line: The line.
    ///   - variables: Gives a variable's value.
    ///   - timeout: The bound where the line names none.
    ///   - confinement: What holds for the line where its runbook is not trusted; `nil` where it is.
    /// - Throws: ``ProbeCheck/Problem``.
    public init(
        _ line: ProbeLine, variables: (String) -> String?, timeout: Duration,
        confinement: Confinement? = nil
    ) throws(ProbeCheck.Problem) {
        let mistakes = Self.diagnostics(for: line)
        guard mistakes.isEmpty, let kind = ProbeRegistry.kind(named: line.kind) else {
            throw .invalid(mistakes)
        }
        if let breach = confinement?.breach(by: line, of: kind.schema) {
            throw .untrusted(breach)
        }
        self.kind = kind
        self.line = line
        request = try ProbeCheck.prepared(
            line, of: kind.schema, variables: variables, timeout: timeout,
            isConfined: confinement != nil
        ).request
    }

    /// Looks once, unless that is for lines of trusted runbooks only.
    public func capture(in context: ProbeContext) async -> Capture {
        // Whatever can be seen is kept.
        var whole = request
        whole.expectations = Capture.everything(of: kind.schema)
        if request.isConfined, let breach = await kind.breach(by: whole, in: context) {
            return .missing(breach.summary)
        }
        return await kind.capture(request, in: context)
    }

    /// The mistakes in a line, as far as lines of probes are checked, and that it states nothing.
    public static func diagnostics(
        for line: ProbeLine, knowing knowledge: RunbookKnowledge? = nil
    ) -> [Diagnostic] {
        let mistakes = ProbeLineValidation.wordDiagnostics(for: line)
        guard mistakes.isEmpty, let schema = ProbeRegistry.kind(named: line.kind)?.schema else {
            return mistakes
        }
        let stated = line.conditions.filter { schema.observable(named: $0.key) != nil }
        return stated.map { condition in
            var location = line.location
            location.column = condition.column
            return Diagnostic(
                .error, rule: "probe-line",
                "a collect line only looks; '\(condition.key)' is for a probe block", at: location)
        }
    }
}
