/// Recognises headings below which failures are described.
enum TroubleHeadings {
    /// Words that make a heading a place for failures.
    private static let words: Set<String> = [
        "troubleshooting", "troubleshoot", "problems", "issues", "incidents", "failures",
        "errors", "symptom", "symptoms", "faq", "faqs", "gotchas", "quirks", "pitfalls", "alerts",
        "incident", "debugging", "extras", "caveats", "crashes", "failure", "runbook", "runbooks",
        "troubleshooter", "rca", "postmortem", "postmortems", "playbook", "playbooks", "alert",
        "questions", "bugs", "limitations",
    ]

    /// Whether a heading announces failures.
    static func announces(_ title: String) -> Bool {
        title.lowercasedWords.contains { words.contains($0) }
    }

    /// Words among them that a document bears which is about other things, too.
    private static let weakWords: Set<String> = [
        "runbook", "runbooks", "playbook", "playbooks", "alert", "alerts", "rca", "incident",
        "postmortem", "postmortems", "debugging", "questions", "limitations", "failure",
    ]

    /// Whether a heading announces failures and hardly anything else.
    static func announcesStrongly(_ title: String) -> Bool {
        title.lowercasedWords.contains { words.contains($0) && !weakWords.contains($0) }
    }

    /// Whether a heading is the title of a collection, and never a failure by itself.
    static func isCollection(_ title: String) -> Bool {
        let words = title.lowercasedWords
        guard words.count > 1, let first = words.first, let last = words.last else { return true }
        guard words.count <= 6 else { return false }
        let openings = [
            "common", "known", "frequent", "frequently", "other", "general", "typical", "resolved",
            "active", "open", "closed", "fixed", "past", "recent", "current", "misc",
        ]
        return (openings.contains(first) && groups.contains(last))
            || words.contains { ["troubleshooting", "faq", "modes", "index"].contains($0) }
    }

    /// Words that, at the end of a heading, make it a group of failures: `Build issues`.
    private static let groups: Set<String> = [
        "problems", "issues", "incidents", "failures", "errors", "symptoms", "faq", "faqs",
        "gotchas", "quirks", "alerts", "troubleshooting", "questions", "modes", "index", "types",
        "solutions", "warnings", "bugs", "limitations", "fixes", "pitfalls",
    ]

    /// Whether a heading is a group whose children or rows are the failures.
    static func isGroup(_ title: String) -> Bool {
        let words = title.lowercasedWords.filter { !$0.isEmpty }
        guard let last = words.last else { return false }
        if groups.contains(last) && words.count <= 5 { return true }
        if let first = words.first, ["common", "known", "frequent", "frequently"].contains(first) {
            return words.contains { groups.contains($0) }
        }
        return words.contains("troubleshooting") && words.count <= 5
    }
}
