/// Recognises headings below which no failures are described.
enum NonEntryHeadings {
    /// Headings that as a whole are never failures, in lower case.
    private static let whole: Set<String> = [
        "about", "acknowledgements", "additional resources", "appendix", "architecture",
        "architecture overview", "authors", "background", "before you begin", "changelog",
        "change log", "commands", "configuration", "contact", "contacts", "contributing",
        "conventions", "credits", "dashboards", "emergency commands", "environments", "features",
        "getting started", "glossary", "goals", "ground rules", "guidelines", "history", "how",
        "index", "installation", "introduction", "license", "links", "maintenance", "monitoring",
        "next steps", "notes", "on this page", "overview", "prerequisites", "purpose",
        "references", "related", "related documents", "release notes", "requirements",
        "resources", "roadmap", "scope", "security", "see also", "setup", "still stuck",
        "summary", "support", "table of contents", "template", "testing", "toc", "tools",
        "topics", "update log", "usage", "useful commands", "versions", "what next", "why",
        "quick diagnostics", "how to use this document", "how to use this guide",
    ]

    /// Words that make any heading with them a remark, unless it names a failure beside.
    private static let words: Set<String> = [
        "appendix", "architecture", "changelog", "checklist", "checklists", "cheatsheet",
        "commands",
        "contact", "contacts", "contributing", "considerations", "dashboards", "expectations",
        "features", "glossary", "guidelines", "help", "history", "instructions", "invariants",
        "overview", "policy", "practices", "practice", "prerequisites", "prevention",
        "preventing", "preventive", "preventative", "purpose", "queries", "reference",
        "references", "reporting", "resources", "roadmap", "rules", "sequence", "sources",
        "summary", "support", "techniques", "template", "templates", "timeline", "tips", "toc",
        "tools", "utilities", "verification", "workflow", "workflows", "decision", "requirements",
        "lessons", "metrics", "philosophy", "diagnostics", "notes", "internals", "rollback",
        "rollbacks", "recovery", "procedure", "procedures", "scaling", "backup", "backups",
        "logs", "logging", "format", "formats", "philosophy", "principles", "trees",
    ]

    /// Beginnings of headings that say how to do something.
    private static let beginnings = [
        "how to ", "adding a", "getting ", "still ", "when to ", "what is ", "what next",
        "useful ", "getting help", "step ", "reading ", "collecting ", "enabling ", "using ",
        "gathering ", "setting up", "documents ", "diagnostic", "quick validation", "post-",
        "where to ", "who to ", "general ", "further ", "additional ", "cross-issue",
        "minimal fix", "current evidence", "quick reference", "debug mode", "investigation ",
        "health check", "installing ", "updating ", "listing docker", "viewing ", "resetting ",
        "checking ", "running ", "verifying ", "monitoring ", "restarting ", "configuring ",
        "generating ", "finding ", "inspecting ", "capturing ", "debugging ", "submitting ",
        "contacting ", "requesting ", "filing ", "opening an ", "opening a ", "clean reinstall",
        "rolling back", "disaster ",
    ]

    /// Beginnings of headings about the document itself, whatever failures they mention.
    private static let meta = [
        "adding a", "appendix", "how to add", "how to report", "reporting ", "when to escalate",
        "related ",
        "documents in", "collecting ", "gathering ", "preventing ", "prevention", "preventive ",
        "template",
    ]

    /// Last words of headings that sum failures up: `Issue summary`.
    private static let summaries: Set<String> = [
        "summary", "overview", "statistics", "checklist", "template",
    ]

    /// Whether a heading starts something that is no failure.
    ///
    /// A heading that names a failure stays one: `Installation fails` is not about installing.
    static func excludes(_ title: String) -> Bool {
        let parts = EntryIdentifier.parts(of: title)
        if parts.code != nil { return false }
        let words = parts.title.normalisedApostrophes.lowercasedWords
        let plain = words.joined(separator: " ")
        if whole.contains(plain) { return true }
        if meta.contains(where: { plain.hasPrefix($0) }) { return true }
        if let last = words.last, words.count > 1, summaries.contains(last) { return true }
        if TroubleHeadings.isGroup(title) || FailureWords.areIn(title) {
            return false
        }
        if words.contains(where: { Self.words.contains($0) }) { return true }
        let lowered = parts.title.lowercased()
        if beginnings.contains(where: { lowered.hasPrefix($0) || plain.hasPrefix($0) }) {
            return true
        }
        return ImperativeWords.start(parts.title) && words.count > 1
    }
}
