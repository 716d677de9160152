import Catalog
import Machine
import Probes
import Redaction

/// Runs a probe line as `triage` does, without a runner around it.
struct LineCheck {
    /// What the line's probes share.
    var context: ProbeContext

    /// Makes a check in a world.
    init(_ world: World, environmentFiles: [String] = [".env"], redactor: Redactor = Redactor()) {
        context = ProbeContext(
            world: world, environmentFiles: environmentFiles, redactor: redactor)
    }

    /// What one line comes to, its words split as a probe block splits them.
    func result(
        _ text: String, variables: [String: String] = [:], timeout: Duration = .seconds(10)
    ) async throws -> ProbeResult {
        let (check, observation) = try await observation(
            text, variables: variables, timeout: timeout)
        let results = check.results(
            of: observation, duration: .zero, redactor: context.redactor)
        guard let result = results.first else { throw Problem.noResult(text) }
        return result
    }

    /// What looking brings for one line, before it is judged.
    func observation(
        _ text: String, variables: [String: String] = [:], timeout: Duration = .seconds(10)
    ) async throws -> (ProbeCheck, Observation) {
        let check = try Self.check(text, variables: variables, timeout: timeout)
        guard let kind = ProbeRegistry.kind(named: check.line.kind) else {
            throw Problem.noKind(check.line.kind)
        }
        return (check, await kind.observe(check.request, in: context))
    }

    /// The line made ready to run.
    static func check(
        _ text: String, variables: [String: String] = [:], timeout: Duration = .seconds(10)
    ) throws -> ProbeCheck {
        try ProbeCheck(try line(text), variables: { variables[$0] }, timeout: timeout)
    }

    /// The line as a probe block has it.
    static func line(_ text: String) throws -> ProbeLine {
        let parsed = ProbeLineParser.parse(text, at: SourceLocation(file: "test.md", line: 1))
        guard let line = parsed.lines.first else { throw Problem.noLine(text) }
        return line
    }

    /// Why a test's line is no line.
    enum Problem: Error {
        case noLine(String)
        case noKind(String)
        case noResult(String)
    }
}
