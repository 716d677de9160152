import Catalog
import Report
import Search
import Triage

/// `diagnose symptom`: finds the entry that explains a symptom.
enum SymptomCommand {
    private static let check = Flag(
        name: "check",
        help: "run the candidates' probes, put confirmed ones first and print the verdict")
    private static let why = Flag(
        name: "why", help: "tell which words matched which part of an entry")

    static let definition = CommandDefinition(
        name: "symptom",
        abstract: "Find the entry that explains a symptom",
        operands: "WORDS…",
        discussion: """
            WORDS are what you see, in your own words, or an error message or code. Exits 1 when no
            entry fits with confidence. On a terminal, where several entries fit about equally well,
            you are asked which one you mean.
            """,
        flags: [check, why] + Flag.catalog + Flag.probing + Flag.printing,
        examples: [
            .init(
                line: "diagnose symptom \"listener hears nothing\"",
                meaning: "its most likely cause and fix"),
            .init(line: "diagnose symptom close code 4003", meaning: "what the code means"),
            .init(
                line: "diagnose symptom --check \"cannot go live\"",
                meaning: "test the candidates against the running system"),
            .init(
                line: "diagnose symptom --why \"no sound in the headphones\"",
                meaning: "which words led to it"),
        ],
        run: run)

    private static func run(_ invocation: Invocation) async throws -> ExitCode {
        let query = invocation.arguments.operands.joined(separator: " ")
        guard query.contains(where: { !$0.isWhitespace }) else {
            throw UsageError.other(
                "symptom wants words, as in: diagnose symptom \"listener hears nothing\"")
        }
        try invocation.checkProbingFlags()
        let (catalog, index) = try RunbookFinder(invocation).searchable()
        try invocation.refuseUnknownVariables(in: catalog)
        invocation.reportProblems(of: catalog)
        var result = index.search(query)
        result.query = try invocation.withoutSecrets(query, in: catalog)
        if invocation.arguments.has(why) { result = index.explaining(result) }
        if let choice = SymptomChoice(result, for: invocation) {
            switch choice.ask(query: result.query, style: invocation.style) {
            case .none: return .healthy
            case .match(let match): result.matches = [match]
            }
        }
        var run: RunReport?
        if invocation.arguments.has(check) {
            let found = try await self.run(result, in: catalog, for: invocation)
            result.matches = sorted(result.matches, by: found.verdict.entries)
            result.nearest = sorted(result.nearest, by: found.verdict.entries)
            run = found
        }
        report(result, run, for: invocation)
        if Interruption.happened { return .interrupted }
        return result.matches.isEmpty ? .unhealthy : .healthy
    }

    private static func report(
        _ result: SearchResult, _ run: RunReport?, for invocation: Invocation
    ) {
        let statuses = run?.verdict.entries ?? [:]
        guard !invocation.printsJSON else {
            return Output.print(SymptomJSON.document(of: result, statuses: statuses))
        }
        Output.print(
            SymptomText.report(
                of: result, statuses: statuses, flags: invocation.repeatedFlags,
                style: invocation.style))
        guard let run else { return }
        Output.print("\n" + VerdictText.report(of: run, style: invocation.style))
    }

    /// Runs the probes of the candidates, of the nearest three at most where none is sure.
    private static func run(
        _ result: SearchResult, in catalog: Catalog, for invocation: Invocation
    ) async throws -> RunReport {
        let ids = Set((result.matches + result.nearest.prefix(3)).map(\.entry.id))
        let runbooks = catalog.runbooks.filter { runbook in
            runbook.entries.contains { ids.contains($0.id) }
        }
        let session = try TriageSession(invocation, catalog: catalog)
        return await session.run(try session.plan(runbooks, entries: ids), detail: .full)
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
