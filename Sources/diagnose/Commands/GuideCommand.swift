import Catalog
import Triage

/// `diagnose guide`: walks through the triage order with a person.
enum GuideCommand {
    private static let resume = Flag(
        name: "resume", help: "go on with the answers of a walk that was left, not older than a day"
    )

    static let definition = CommandDefinition(
        name: "guide",
        abstract: "Walk through the triage order, asking what only you can see",
        operands: "[SYSTEM…]",
        operandSource: .system,
        discussion: """
            Runs the probes of each triage step, and asks the runbook's own questions where none can
            tell: y when something is wrong or you see it, n, s for can't tell, q to leave. A step
            that fails leads to its entries, until one is confirmed; the verdict follows.

            Over a pipe each line of standard input is an answer; at its end the verdict tells what
            is known by then. Answers are kept in $XDG_STATE_HOME/diagnose, or ~/.local/state/diagnose,
            until the walk is finished: leave with q or Ctrl-C and go on with --resume. Probes are run
            anew. Without SYSTEM it takes the systems that are here.
            """,
        flags: [resume] + Flag.catalog + Flag.probing + [.color],
        examples: [
            .init(line: "diagnose guide voxbento", meaning: "one question after the other"),
            .init(line: "diagnose guide voxbento --resume", meaning: "go on where you left"),
            .init(line: "diagnose guide shop < answers.txt", meaning: "y, n, s or q, one a line"),
        ],
        run: run)

    private static func run(_ invocation: Invocation) async throws -> ExitCode {
        let catalog = try RunbookFinder(invocation).catalog()
        try invocation.refuseUnknownVariables(in: catalog)
        invocation.reportProblems(of: catalog)
        let session = try TriageSession(invocation, catalog: catalog)
        let named = invocation.arguments.operands
        let runbooks =
            named.isEmpty
            ? await session.systemsPresent(among: catalog.runbooks)
            : try invocation.runbooks(in: catalog, named: named)
        var guide = try GuideSession(
            session, runbooks, resumes: invocation.arguments.has(resume))
        return await guide.run()
    }
}
