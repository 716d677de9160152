import Catalog
import Triage

/// `diagnose check`: tests the causes of single entries against the system.
enum CheckCommand {
    static let definition = CommandDefinition(
        name: "check",
        abstract: "Test the causes of single entries against the system",
        operands: "ID…",
        operandSource: .entry,
        flags: Flag.catalog + Flag.probing + Flag.running + Flag.reporting,
        examples: [
            .init(line: "diagnose check voxbento/ic-02", meaning: "is this what is wrong?"),
            .init(
                line: "diagnose check voxbento/ic-05 voxbento/ic-06",
                meaning: "one verdict over two entries"),
        ],
        run: run)

    private static func run(_ invocation: Invocation) async throws -> ExitCode {
        let catalog = try RunbookFinder(invocation).catalog()
        let entries = try invocation.entries(in: catalog, example: "diagnose check voxbento/ic-02")
        try invocation.refuseUnknownVariables(in: catalog)
        invocation.reportProblems(of: catalog)
        let ids = Set(entries.map(\.id))
        let runbooks = catalog.runbooks.filter { runbook in
            runbook.entries.contains { ids.contains($0.id) }
        }
        let session = try TriageSession(invocation, catalog: catalog)
        return try await session.report(
            try session.plan(runbooks, entries: ids), detail: .full)
    }
}
