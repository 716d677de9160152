/// Applies the rules to runbooks.
public enum Linter {
    /// What the rules find beyond what loading found, by runbook and then by rule.
    ///
    /// - Parameters:
    ///   - catalog: The runbooks.
    ///   - sources: The texts that they were loaded from.
    ///   - surroundings: What lies around them.
    public static func diagnostics(
        of catalog: Catalog, from sources: [RunbookSource], in surroundings: LintSurroundings
    ) -> [Diagnostic] {
        let bytes = Dictionary(sources.map { ($0.file, $0.bytes) }) { first, _ in first }
        return catalog.runbooks.flatMap { runbook -> [Diagnostic] in
            let page = LintedRunbook(runbook, bytes: bytes[runbook.file] ?? [], in: surroundings)
            return LintRuleRegistry.rules.flatMap { $0.check(page) }
        }
    }
}
