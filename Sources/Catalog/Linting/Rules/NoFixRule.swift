/// An entry that says neither what to do nor what to look at.
///
/// A list of checks is a way of writing entries, and leads to what to do.
enum NoFixRule: LintRule {
    static let description = RuleDescription(
        "no-fix", .warning, "An entry says neither what to do nor what to look at")

    static func check(_ page: LintedRunbook) -> [Diagnostic] {
        page.failures.filter { $0.fixes.isEmpty && $0.checks.isEmpty }.map { entry in
            finding(
                entry.causes.isEmpty
                    ? "'\(entry.title)' has neither a cause nor a fix"
                    : "'\(entry.title)' has a cause and no fix", at: entry.location)
        }
    }
}
