import Catalog

extension RunRecord {
    /// What a bundle needs for the run to be judged again: the record and its runbooks, each a path
    /// in the bundle and its text.
    ///
    /// - Parameter sources: The runbooks' texts as they were loaded; secrets are still in them.
    public func texts(of sources: [RunbookSource]) -> [(path: String, text: String)] {
        [(BundleLayout.record, document)]
            + runbooks.compactMap { runbook in
                sources.first { $0.file == runbook.file }.map { source in
                    (runbook.path, String(decoding: source.bytes, as: UTF8.self))
                }
            }
    }
}
