import Catalog
import Report

/// `diagnose list`: prints all entries.
enum ListCommand {
    static let definition = CommandDefinition(
        name: "list",
        abstract: "List the entries of all runbooks",
        operands: "[SYSTEM…]",
        flags: Flag.catalog + Flag.printing,
        examples: [
            .init(line: "diagnose list", meaning: "all entries, a line each"),
            .init(
                line: "diagnose list voxbento --output json", meaning: "one system, for a program"),
        ],
        run: run)

    private static func run(_ invocation: Invocation) async throws -> ExitCode {
        let catalog = try RunbookFinder(invocation).catalog()
        let known = catalog.runbooks.map(\.system)
        let wanted = invocation.arguments.operands
        for name in wanted where !known.contains(name) {
            throw UsageError.unknownName(noun: "system", name: name, known: known)
        }
        let runbooks = catalog.runbooks.filter { wanted.isEmpty || wanted.contains($0.system) }
        if invocation.printsJSON {
            Output.print(
                CatalogJSON.document(
                    of: runbooks.flatMap(\.entries), diagnostics: catalog.diagnostics))
        } else {
            invocation.reportProblems(of: catalog)
            Output.print(CatalogText.report(of: runbooks, style: invocation.style))
        }
        return .healthy
    }
}
