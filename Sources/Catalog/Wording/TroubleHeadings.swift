/// Recognises headings below which failures are described.
enum TroubleHeadings {
    /// Words that make a heading a place for failures.
    private static let words: Set<String> = [
        "troubleshooting", "troubleshoot", "problems", "issues", "incidents", "failures",
        "errors", "symptom", "symptoms", "faq", "faqs", "gotchas", "quirks", "pitfalls", "alerts",
        "incident", "debugging", "extras", "caveats", "crashes", "failure", "runbook", "runbooks",
        "troubleshooter", "rca", "postmortem", "postmortems", "playbook", "playbooks", "alert",
        "questions", "bugs", "limitations", "fixes", "diagnostics",
    ]

    /// Whether a heading announces failures.
    static func announces(_ title: String) -> Bool {
        let written = title.lowercasedWords
        return written.contains { words.contains($0) } || isTroubleShooting(written)
    }

    /// Words among them that a document bears which is about other things, too.
    private static let weakWords: Set<String> = [
        "runbook", "runbooks", "playbook", "playbooks", "alert", "alerts", "rca", "incident",
        "postmortem", "postmortems", "debugging", "questions", "failure", "fixes", "diagnostics",
    ]

    /// Whether a heading announces failures and hardly anything else.
    static func announcesStrongly(_ title: String) -> Bool {
        let written = title.lowercasedWords
        return written.contains { words.contains($0) && !weakWords.contains($0) }
            || isTroubleShooting(written) || holdsKnownProblems(written)
    }

    /// Whether words are those of `trouble-shooting` in two.
    private static func isTroubleShooting(_ words: [String]) -> Bool {
        words.contains("trouble") && words.contains("shooting")
    }

    /// Last words of headings below which everything is a problem.
    private static let oddities: Set<String> = [
        "gotchas", "pitfalls", "quirks", "bugs", "limitations", "caveats",
    ]

    /// Whether a heading says that all below it are problems: `Known pain points`, `Gotchas`.
    static func holdsKnownProblems(_ title: String) -> Bool {
        holdsKnownProblems(title.lowercasedWords)
    }

    private static func holdsKnownProblems(_ words: [String]) -> Bool {
        guard let first = words.first, let last = words.last, words.count <= 6 else { return false }
        if first == "known" { return true }
        return oddities.contains(last)
            || (first == "common" && groups.contains(last))
    }

    /// First words of titles of collections.
    private static let openings: Set<String> = [
        "common", "known", "frequent", "frequently", "other", "general", "typical", "resolved",
        "active", "open", "closed", "fixed", "past", "recent", "current", "misc",
    ]

    /// Whether a heading is the title of a collection, and never a failure by itself.
    static func isCollection(_ title: String) -> Bool {
        let words = title.lowercasedWords
        guard words.count > 1, let first = words.first, let last = words.last else { return true }
        if words.allSatisfy(ranks.contains) || holdsKnownProblems(title) { return true }
        guard words.count <= 6 else { return false }
        return (openings.contains(first) && groups.contains(last))
            || words.contains { ["troubleshooting", "faq", "modes", "index"].contains($0) }
    }

    /// Words that, at the end of a heading, make it a group of failures: `Build issues`.
    private static let groups: Set<String> = [
        "problems", "issues", "incidents", "failures", "errors", "symptoms", "faq", "faqs",
        "gotchas", "quirks", "alerts", "troubleshooting", "questions", "modes", "index", "types",
        "solutions", "warnings", "bugs", "limitations", "fixes", "pitfalls",
    ]

    /// Words of headings that only sort failures: `High priority`, `P1`, `Open`.
    private static let ranks: Set<String> = [
        "critical", "high", "medium", "low", "minor", "major", "blocker", "blockers", "trivial",
        "urgent", "priority", "severity", "level", "p0", "p1", "p2", "p3", "p4", "sev0", "sev1",
        "sev2", "sev3", "sev4", "open", "resolved", "closed", "active", "fixed", "and", "other",
    ]

    /// Whether a heading is a group whose children or rows are the failures.
    static func isGroup(_ title: String) -> Bool {
        let words = title.lowercasedWords.filter { !$0.isEmpty }
        guard let last = words.last else { return false }
        if groups.contains(last) && words.count <= 5 { return true }
        if words.allSatisfy(ranks.contains) { return true }
        if words.first == "known" { return true }
        if let first = words.first, ["common", "known", "frequent", "frequently"].contains(first) {
            return words.contains { groups.contains($0) }
        }
        return words.contains("troubleshooting") && words.count <= 5
    }
}
