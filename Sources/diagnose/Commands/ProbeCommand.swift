import Catalog
import Probes
import Report
import Triage

/// `diagnose probe`: runs one probe line given as words.
enum ProbeCommand {
    static let definition = CommandDefinition(
        name: "probe",
        abstract: "Run one probe line",
        operands: "KIND SUBJECT [KEY<OP>VALUE…]",
        operandSource: .probeLine,
        discussion: """
            The words are those of a runbook's probe line. The operators are = != ~ !~ < <= > >=;
            quote the last four for the shell. `diagnose probe --help KIND` tells a kind's keys.

            Kinds
            \(kinds)
            """,
        flags: Flag.catalog + Flag.probing.filter { $0 != .trust } + Flag.repeating
            + Flag.reporting,
        examples: [
            .init(
                line: "diagnose probe http http://localhost:8000/healthz status=200",
                meaning: "does the health endpoint answer 200?"),
            .init(
                line: "diagnose probe compose mediamtx state=running 'restarts<3'",
                meaning: "does the service run, without restarting over and over?"),
            .init(line: "diagnose probe --help http", meaning: "what an http probe can look at"),
        ],
        run: run)

    /// Each kind with what it looks at.
    private static var kinds: String {
        let width = ProbeRegistry.names.map(\.count).max() ?? 0
        return ProbeRegistry.kinds.map(\.schema)
            .map { HelpText.row($0.kind, $0.abstract, width: width) }.joined(separator: "\n")
    }

    private static func run(_ invocation: Invocation) async throws -> ExitCode {
        let words = invocation.arguments.operands
        guard let name = words.first else {
            throw UsageError.other(
                "probe wants a kind and a subject, as in: "
                    + "diagnose probe http http://localhost:8000/healthz status=200")
        }
        guard let kind = ProbeRegistry.kind(named: name) else {
            throw UsageError.unknownName(
                noun: "probe kind", name: name, known: ProbeRegistry.names)
        }
        let line = try parsed(words, of: kind.schema)
        let catalog = try RunbookFinder(invocation).catalog()
        let session = try TriageSession(invocation, catalog: catalog)
        let plan = TriagePlan(
            lines: [line], variables: session.variables, timeout: try invocation.probeTimeout())
        return try await session.report(plan, detail: .full)
    }

    private static func parsed(
        _ words: [String], of schema: ProbeSchema
    ) throws(UsageError) -> ProbeLine {
        let line: ProbeLine
        do {
            line = try ProbeLine(words: words)
        } catch {
            let shown = schema.subject.isSecret ? error.withoutWord : error
            throw .other(shown.description)
        }
        let mistakes = ProbeLineValidation.diagnostics(for: line)
        if !mistakes.isEmpty {
            throw .other(mistakes.map(\.message).joined(separator: "; "))
        }
        return line
    }
}
