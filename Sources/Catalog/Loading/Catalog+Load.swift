import Dispatch
import Synchronization

extension Catalog {
    /// Loads runbooks in order; a broken one gives diagnostics and never stops the others.
    ///
    /// A system may be spread over several runbooks; an id that an earlier one took gets a number.
    public static func load(sources: [RunbookSource]) -> Catalog {
        var catalog = Catalog()
        var identifiers = IdentifierPool()
        for loaded in loadEach(of: sources) {
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

    /// Every source loaded on its own, on all cores, in the order of the sources.
    private static func loadEach(of sources: [RunbookSource]) -> [RunbookLoader.Loaded] {
        let results = Mutex([RunbookLoader.Loaded](repeating: (nil, []), count: sources.count))
        DispatchQueue.concurrentPerform(iterations: sources.count) { index in
            let loaded = RunbookLoader.load(sources[index])
            results.withLock { $0[index] = loaded }
        }
        return results.withLock { $0 }
    }
}
