extension Catalog {
    /// Loads runbooks in order; a broken one gives diagnostics and never stops the others.
    ///
    /// A system may be spread over several runbooks; an id that an earlier one took gets a number.
    public static func load(sources: [RunbookSource]) -> Catalog {
        var catalog = Catalog()
        var identifiers = IdentifierPool()
        for source in sources {
            let loaded = RunbookLoader.load(source)
            catalog.diagnostics += loaded.diagnostics
            guard var runbook = loaded.runbook else { continue }
            for index in runbook.entries.indices {
                let entry = runbook.entries[index]
                let taken = identifiers.take(entry.id, at: entry.location)
                runbook.entries[index].id = taken.id
                if let diagnostic = taken.diagnostic { catalog.diagnostics.append(diagnostic) }
            }
            catalog.runbooks.append(runbook)
        }
        return catalog
    }
}
