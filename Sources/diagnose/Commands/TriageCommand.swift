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
        flags: Flag.catalog + Flag.probing + Flag.running + [.bundle, .replay] + Flag.reporting,
        examples: [
            .init(line: "diagnose triage", meaning: "triage whatever is here"),
            .init(
                line: "diagnose triage voxbento --set event_slug=summit --set language_code=en",
                meaning: "triage one system, looking at one event"),
            .init(
                line: "diagnose triage --output json --allow-unknown",
                meaning: "as a smoke check in CI"),
            .init(
                line: "diagnose triage --bundle incident.tar.gz",
                meaning: "keep the evidence, too, before anything is restarted"),
            .init(
                line: "diagnose triage --replay incident.tar.gz",
                meaning: "the same verdict from a bundle, on any machine, offline"),
        ],
        run: run)

    private static func run(_ invocation: Invocation) async throws -> ExitCode {
        if invocation.arguments.has(.replay) { return try await ReplaySession(invocation).report() }
        let catalog = try RunbookFinder(invocation).catalog()
        try invocation.refuseUnknownVariables(in: catalog)
        invocation.reportProblems(of: catalog)
        let session = try TriageSession(invocation, catalog: catalog)
        let runbooks = try await systems(in: catalog, for: session)
        return try await session.report(try session.plan(runbooks))
    }

    /// The systems named, or those that are here.
    static func systems(
        in catalog: Catalog, for session: TriageSession
    ) async throws -> [Runbook] {
        let named = session.invocation.arguments.operands
        return named.isEmpty
            ? await session.systemsPresent(among: catalog.runbooks)
            : try session.invocation.runbooks(in: catalog, named: named)
    }
}
