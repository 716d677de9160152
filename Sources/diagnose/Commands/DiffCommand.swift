import Evidence
import Report

/// `diagnose diff`: what became of each line between two bundles, and what changed underneath.
enum DiffCommand {
    static let definition = CommandDefinition(
        name: "diff",
        abstract: "Say what is newly failing and what changed underneath between two bundles",
        operands: "BEFORE AFTER",
        operandSource: .path,
        discussion: """
            Exits 0 where nothing fails that did not before, else 1.
            """,
        flags: Flag.printing,
        examples: [
            .init(
                line: "diagnose diff yesterday.tar.gz today.tar.gz",
                meaning: "what broke since, and what was deployed")
        ],
        run: run)

    private static func run(_ invocation: Invocation) async throws -> ExitCode {
        let paths = invocation.arguments.operands
        guard paths.count > 1 else {
            throw UsageError.other(
                "two bundles are wanted, as in: diagnose diff before.tar.gz after.tar.gz")
        }
        if paths.count > 2 { throw UsageError.unexpectedOperand(paths[2]) }
        let before = try await invocation.bundle(at: paths[0])
        let after = try await invocation.bundle(at: paths[1])
        let comparison = await BundleComparison(
            of: before, try invocation.replay(of: before, at: paths[0]),
            with: after, try invocation.replay(of: after, at: paths[1]))
        Output.print(
            invocation.printsJSON
                ? ComparisonJSON.document(of: comparison.lines, comparison.changes)
                : ComparisonText.report(
                    of: comparison.lines, comparison.changes, style: invocation.style))
        if Interruption.happened { return .interrupted }
        return comparison.lines.newlyFailing.isEmpty ? .healthy : .unhealthy
    }
}
