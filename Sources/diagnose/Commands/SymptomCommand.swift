import Catalog
import Report
import Search
import Triage

/// `diagnose symptom`: finds the entry that explains a symptom.
enum SymptomCommand {
    private static let check = Flag(
        name: "check", help: "run the candidates' probes and put confirmed ones first")

    static let definition = CommandDefinition(
        name: "symptom",
        abstract: "Find the entry that explains a symptom",
        operands: "WORDS…",
        discussion: """
            WORDS are what you see, in your own words, or an error message or code. Exits 1 when no
            entry fits with confidence.
            """,
        flags: [check] + Flag.catalog + Flag.probing + Flag.printing,
        examples: [
            .init(
                line: "diagnose symptom \"listener hears nothing\"",
                meaning: "its most likely cause and fix"),
            .init(line: "diagnose symptom close code 4003", meaning: "what the code means"),
            .init(
                line: "diagnose symptom --check \"cannot go live\"",
                meaning: "test the candidates against the running system"),
        ],
        run: run)

    private static func run(_ invocation: Invocation) async throws -> ExitCode {
        let query = invocation.arguments.operands.joined(separator: " ")
        guard query.contains(where: { !$0.isWhitespace }) else {
            throw UsageError.missingOperand(
                "symptom wants words, as in: diagnose symptom \"listener hears nothing\"")
        }
        let catalog = try RunbookFinder(invocation).catalog()
        try invocation.refuseUnknownVariables(in: catalog)
        invocation.reportProblems(of: catalog)
        var result = SearchIndex(entries: catalog.entries).search(query)
        var statuses: [String: EntryStatus] = [:]
        if invocation.arguments.has(check) {
            statuses = try await self.statuses(of: result, in: catalog, for: invocation)
            result.matches = sorted(result.matches, by: statuses)
            result.nearest = sorted(result.nearest, by: statuses)
        }
        Output.print(
            invocation.printsJSON
                ? SymptomJSON.document(of: result, statuses: statuses)
                : SymptomText.report(of: result, statuses: statuses, style: invocation.style))
        if Interruption.happened { return .interrupted }
        return result.matches.isEmpty ? .unhealthy : .healthy
    }

    /// What the candidates' probes say of them.
    private static func statuses(
        of result: SearchResult, in catalog: Catalog, for invocation: Invocation
    ) async throws -> [String: EntryStatus] {
        let ids = Set((result.matches + result.nearest).map(\.entry.id))
        let runbooks = catalog.runbooks.filter { runbook in
            runbook.entries.contains { ids.contains($0.id) }
        }
        let session = try TriageSession(invocation, catalog: catalog)
        return await session.verdict(of: try session.plan(runbooks, entries: ids)).entries
    }

    /// Confirmed entries first, those ruled out last, otherwise in the order found.
    private static func sorted(
        _ matches: [SearchMatch], by statuses: [String: EntryStatus]
    ) -> [SearchMatch] {
        func rank(_ match: SearchMatch) -> Int {
            switch statuses[match.entry.id] {
            case .confirmed: 0
            case .open, nil: 1
            case .ruledOut: 2
            }
        }
        return matches.enumerated()
            .sorted { (rank($0.element), $0.offset) < (rank($1.element), $1.offset) }
            .map(\.element)
    }
}
