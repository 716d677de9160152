/// An entry that does not say what to do.
enum NoFixRule: LintRule {
    static let description = RuleDescription("no-fix", .warning, "An entry does not say what to do")

    static func check(_ page: LintedRunbook) -> [Diagnostic] {
        page.failures.filter { $0.fixes.isEmpty }.map { entry in
            let has = [("a cause", entry.causes), ("checks", entry.checks)]
                .filter { !$0.1.isEmpty }.map(\.0)
            let known = has.isEmpty ? "" : " (it has \(has.joined(separator: " and ")))"
            return finding(
                "'\(entry.title)' has no fix\(known)", at: entry.location)
        }
    }
}
