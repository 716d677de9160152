/// An entry whose id is made of its title, so that a better title breaks what names the id.
///
/// Asked only of documents that give some of their entries ids, or that are written for this
/// program; the latter are told once where no entry has one.
enum MissingIDRule: LintRule {
    static let description = RuleDescription(
        "missing-id", .note, "An entry has no id of its own, so that a new title changes it",
        isFixable: true)

    static func check(_ page: LintedRunbook) -> [Diagnostic] {
        let nameless = nameless(in: page)
        guard let first = nameless.first else { return [] }
        if nameless.count < page.failures.count || nameless.count == 1 {
            return nameless.map { entry in
                let advice = "add <a id=\"\(entry.localID)\"></a>"
                return finding(
                    entry.identitySource == .line
                        ? "this entry has no id but its line; add <a id=\"…\"></a>"
                        : "this entry's id changes with its title; \(advice)", at: entry.location)
            }
        }
        return [
            finding(
                "none of the \(nameless.count) entries has an id that outlives its title; lint "
                    + "with --fix gives them theirs", at: first.location)
        ]
    }

    /// The entries that ought to have an id of their own and have none.
    static func nameless(in page: LintedRunbook) -> [Entry] {
        let failures = page.failures
        let nameless = failures.filter {
            $0.identitySource == .title || $0.identitySource == .line
        }
        let hasAnchors = failures.contains { $0.identitySource == .anchor }
        return hasAnchors || page.isWrittenForDiagnose ? nameless : []
    }
}
