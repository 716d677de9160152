import Catalog
import Report

/// `diagnose list`: prints the entries, all or those that flags pick.
enum ListCommand {
    private static let system = Flag(
        name: "system", value: "NAME", isRepeatable: true, source: .system,
        help: "only this system's entries")
    private static let status = Flag(
        name: "status", value: "WORD", isRepeatable: true, source: .status,
        help: "only entries with this status, such as open")
    private static let severity = Flag(
        name: "severity", value: "WORD", isRepeatable: true, source: .severity,
        help: "only entries of this severity, such as high")
    private static let unprobed = Flag(
        name: "unprobed", help: "only entries without probes, with the runbook's reason")

    private static let explain = Flag(
        name: "explain", help: "say of each entry what took it for one, and why")

    static let definition = CommandDefinition(
        name: "list",
        abstract: "List the entries of all runbooks",
        operands: "[SYSTEM…]",
        operandSource: .system,
        discussion: """
            Entries that a triage section names stand in its order. A flag given twice takes either
            word.
            """,
        flags: [system, status, severity, unprobed, explain] + Flag.catalog + Flag.printing,
        examples: [
            .init(line: "diagnose list", meaning: "all entries, a line each"),
            .init(
                line: "diagnose list --status open --severity high --system alwrity",
                meaning: "what to look into first"),
            .init(line: "diagnose list --unprobed", meaning: "what no machine tests, and why"),
            .init(
                line: "diagnose list --explain --no-embedded --runbooks docs/payments.md",
                meaning: "how a document is read"),
            .init(
                line: "diagnose list voxbento --output json", meaning: "one system, for a program"),
        ],
        run: run)

    private static func run(_ invocation: Invocation) async throws -> ExitCode {
        let catalog = try RunbookFinder(invocation).catalog()
        let arguments = invocation.arguments
        var runbooks = try invocation.runbooks(
            in: catalog, named: arguments.operands + arguments.values(of: system))
        let isWithStatus = try filter(status, by: \.status, in: catalog, invocation)
        let isOfSeverity = try filter(severity, by: \.severity, in: catalog, invocation)
        let wantsUnprobed = arguments.has(unprobed)
        for index in runbooks.indices {
            runbooks[index].entries = runbooks[index].entriesInTriageOrder.filter { entry in
                isWithStatus(entry) && isOfSeverity(entry)
                    && (!wantsUnprobed || (entry.kind == .failure && entry.probes.isEmpty))
            }
        }
        if invocation.printsJSON {
            Output.print(
                CatalogJSON.document(
                    of: runbooks.flatMap(\.entries), diagnostics: catalog.diagnostics,
                    explains: arguments.has(explain)))
        } else {
            invocation.reportProblems(of: catalog)
            Output.print(
                CatalogText.report(
                    of: runbooks, style: invocation.style, showsReasons: wantsUnprobed,
                    explains: arguments.has(explain)))
        }
        return .healthy
    }

    /// Whether an entry has one of the words given with a flag; all have where none is given.
    ///
    /// - Throws: ``UsageError`` for a word that no entry has.
    private static func filter(
        _ flag: Flag, by field: KeyPath<Entry, String?> & Sendable, in catalog: Catalog,
        _ invocation: Invocation
    ) throws(UsageError) -> (Entry) -> Bool {
        let wanted = invocation.arguments.values(of: flag).map { $0.lowercased() }
        if wanted.isEmpty { return { _ in true } }
        let known = Set(catalog.entries.compactMap { $0[keyPath: field] }).sorted()
        for word in wanted where !known.contains(word) {
            throw .unknownName(noun: flag.name, name: word, known: known)
        }
        return { entry in entry[keyPath: field].map(wanted.contains) ?? false }
    }
}
