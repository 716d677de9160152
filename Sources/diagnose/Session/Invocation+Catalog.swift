import Catalog
import Probes
import Report

extension Invocation {
    /// The entries that the operands name, each once.
    ///
    /// - Throws: ``UsageError`` where none is named or an id is unknown.
    func entries(in catalog: Catalog, example: String) throws(UsageError) -> [Entry] {
        if arguments.operands.isEmpty {
            throw .other("an entry's id is wanted, as in: \(example)")
        }
        let all = catalog.entries
        var found: [Entry] = []
        for id in arguments.operands {
            guard let entry = all.first(where: { $0.id == id }) else {
                throw .unknownName(noun: "entry", name: id, known: all.map(\.id))
            }
            if !found.contains(where: { $0.id == entry.id }) { found.append(entry) }
        }
        return found
    }

    /// The runbooks of the systems named, each once and in that order; all where none is named.
    ///
    /// - Throws: ``UsageError`` with the nearest name.
    func runbooks(in catalog: Catalog, named names: [String]) throws(UsageError) -> [Runbook] {
        if names.isEmpty { return catalog.runbooks }
        let known = catalog.runbooks.map(\.system)
        for name in names where !known.contains(name) {
            throw .unknownName(noun: "system", name: name, known: known)
        }
        var seen: Set<String> = []
        return names.filter { seen.insert($0).inserted }
            .flatMap { name in catalog.runbooks.filter { $0.system == name } }
    }

    /// Checks that every variable given with `--set` is one that some runbook knows.
    ///
    /// - Throws: ``UsageError`` with the nearest name.
    func refuseUnknownVariables(in catalog: Catalog) throws(UsageError) {
        let given = try variables().given.keys.sorted()
        if given.isEmpty { return }
        let known = catalog.runbooks.flatMap { runbook in
            runbook.variables.map(\.name)
                + (runbook.probeLines + runbook.collections).flatMap(\.variables).map(\.name)
        }
        for name in given where !known.contains(name) {
            throw .unknownName(noun: "variable", name: name, known: known)
        }
    }

    /// Tells on standard error what is wrong in the runbooks, so that nothing is silently left out.
    func reportProblems(of catalog: Catalog) {
        let all = catalog.diagnostics + catalog.patternDiagnostics
        let errors = all.filter { $0.severity == .error }
        if !errors.isEmpty {
            Output.printError(DiagnosticText.lines(of: errors, style: TextStyle()))
        }
    }
}

extension Catalog {
    /// What is wrong with the patterns of what to hide.
    fileprivate var patternDiagnostics: [Diagnostic] {
        runbooks.flatMap { TeamPatternValidation.diagnostics(for: $0) }
    }

    /// Everything there is to say about the runbooks, probe lines included, in order of place.
    ///
    /// - Parameter findings: What else was found.
    func allDiagnostics(adding findings: [Diagnostic]) -> [Diagnostic] {
        let lines = runbooks.flatMap(\.probeLines)
        let knowledge = RunbookKnowledge(entries)
        let collections = runbooks.flatMap(\.collections)
        let found =
            diagnostics + patternDiagnostics + findings
            + collections.flatMap { CollectLine.diagnostics(for: $0, knowing: knowledge) }
            + lines.flatMap { ProbeLineValidation.diagnostics(for: $0, knowing: knowledge) }
            + runbooks.filter { !$0.isEmbedded }.flatMap(\.probeLines)
            .flatMap(SecretUseValidation.diagnostics)
        return found.enumerated().sorted { left, right in
            let key = { (diagnostic: Diagnostic, offset: Int) in
                (
                    diagnostic.location.file, diagnostic.location.line, diagnostic.location.column,
                    offset
                )
            }
            return key(left.element, left.offset) < key(right.element, right.offset)
        }
        .map(\.element)
    }
}
