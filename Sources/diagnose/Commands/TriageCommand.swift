import Catalog
import Triage

/// `diagnose triage`: runs every check of the systems that are here.
enum TriageCommand {
    static let definition = CommandDefinition(
        name: "triage",
        abstract: "Run every check and say what broke first",
        operands: "[SYSTEM…]",
        operandSource: .system,
        discussion: """
            Without SYSTEM it takes the systems whose `detect:` signs are found here, else `general`.
            """,
        flags: Flag.catalog + Flag.probing + Flag.running + Flag.reporting,
        examples: [
            .init(line: "diagnose triage", meaning: "triage whatever is here"),
            .init(
                line: "diagnose triage voxbento --set event_slug=summit --set language_code=en",
                meaning: "triage one system, looking at one event"),
            .init(
                line: "diagnose triage --output json --allow-unknown",
                meaning: "as a smoke check in CI"),
        ],
        run: run)

    private static func run(_ invocation: Invocation) async throws -> ExitCode {
        let catalog = try RunbookFinder(invocation).catalog()
        try invocation.refuseUnknownVariables(in: catalog)
        invocation.reportProblems(of: catalog)
        let session = try TriageSession(invocation, catalog: catalog)
        let runbooks = try await systems(in: catalog, for: session)
        return try await session.report(try session.plan(runbooks))
    }

    /// The systems named, or those that are here.
    private static func systems(
        in catalog: Catalog, for session: TriageSession
    ) async throws -> [Runbook] {
        let named = session.invocation.arguments.operands
        return named.isEmpty
            ? await session.systemsPresent(among: catalog.runbooks)
            : try session.invocation.runbooks(in: catalog, named: named)
    }
}
