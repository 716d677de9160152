@testable import Catalog

/// Runbooks written inside tests, and what one rule says of them.
enum Linted {
    /// What the rule finds, each as `line:column message`.
    static func findings(
        _ rule: any LintRule.Type, _ markdown: String, file: String = "docs/demo.md",
        today: String = "2026-11-21", files: [String: String] = [:]
    ) -> [String] {
        diagnostics(rule, markdown, file: file, today: today, files: files).map {
            "\($0.location.line):\($0.location.column) \($0.message)"
        }
    }

    /// What the rule finds.
    static func diagnostics(
        _ rule: any LintRule.Type, _ markdown: String, file: String = "docs/demo.md",
        today: String = "2026-11-21", files: [String: String] = [:]
    ) -> [Diagnostic] {
        let source = RunbookSource(file: file, bytes: Array(markdown.utf8))
        let catalog = Catalog.load(sources: [source])
        let surroundings = LintSurroundings(today: today) {
            files[$0] != nil
        } read: { path in
            files[path].map { Array($0.utf8) }
        }
        return Linter.diagnostics(of: catalog, from: [source], in: surroundings)
            .filter { $0.rule == rule.description.name }
    }
}
