import Catalog
import Probes
import Report
import Triage

/// `diagnose coverage`: says how much of the runbooks can be tested.
enum CoverageCommand {
    private static let failUnder = Flag(
        name: "fail-under", value: "PERCENT", help: "exit 1 when fewer of the entries have probes")

    static let definition = CommandDefinition(
        name: "coverage",
        abstract: "Say what the runbooks leave untested",
        operands: "[SYSTEM…]",
        operandSource: .system,
        discussion: """
            Lists entries without probes, probes and log text that no entry explains, and programs
            that fixes call for and that are not here. Runs nothing. An entry that says "Not probed:"
            with a reason does not count against the share.
            """,
        flags: [failUnder] + Flag.catalog + Flag.printing,
        examples: [
            .init(line: "diagnose coverage", meaning: "all runbooks"),
            .init(
                line: "diagnose coverage voxbento --fail-under 90", meaning: "as a check in CI"),
        ],
        run: run)

    private static func run(_ invocation: Invocation) async throws -> ExitCode {
        let catalog = try RunbookFinder(invocation).catalog()
        let runbooks = try invocation.runbooks(in: catalog, named: invocation.arguments.operands)
        let least = try percent(invocation)
        invocation.reportProblems(of: catalog)
        let coverage = Coverage(of: runbooks, commands: invocation.world.commands)
        Output.print(
            invocation.printsJSON
                ? CoverageJSON.document(of: coverage)
                : CoverageText.report(of: coverage, style: invocation.style))
        return coverage.share < least ? .unhealthy : .healthy
    }

    private static func percent(_ invocation: Invocation) throws(UsageError) -> Double {
        guard let text = invocation.arguments.value(of: failUnder) else { return 0 }
        guard let percent = Quantity.percent(text), (0...100).contains(percent) else {
            throw .invalidValue(failUnder, value: text, wants: "a share from 0 to 100")
        }
        return percent
    }
}
