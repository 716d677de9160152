/// A title that says why rather than what one sees; people look up what they see.
///
/// `Missing STRIPE_KEY variable` names a cause, `Payments are refused` what it looks like. Titles
/// that quote a message are what one sees, whatever they say.
enum TitleCauseRule: LintRule {
    static let description = RuleDescription(
        "title-cause", .note, "A title names a cause rather than what one sees")

    static func check(_ page: LintedRunbook) -> [Diagnostic] {
        page.failures.filter { namesCause($0.title) && !isQuoted($0, in: page) }.map { entry in
            finding(
                "'\(entry.title)' says why rather than what one sees; people look up what they see",
                at: entry.location)
        }
    }

    /// Words that judge what stands behind them.
    private static let judgements: Set<String> = [
        "wrong", "incorrect", "missing", "misconfigured", "unset", "bad", "forgotten",
    ]

    /// Things that are set, given or installed rather than seen.
    private static let settings: Set<String> = [
        "variable", "variables", "env", "environment", "configuration", "config", "setting",
        "settings", "permission", "permissions", "credential", "credentials", "secret", "secrets",
        "dependency", "dependencies", "migration", "migrations", "flag", "option", "url", "port",
        "path", "password", "passphrase", "key", "token", "role", "policy", "index",
    ]

    /// The words that mostly stand behind a judgement before the thing: `wrong base URL`.
    private static let longestName = 5

    /// Whether the words of a title name a cause.
    static func namesCause(_ title: String) -> Bool {
        let words = title.normalisedApostrophes.lowercasedWords
        guard let first = words.first, words.count > 1 else { return false }
        if words.last == "misconfigured" || words.last == "misconfiguration" { return true }
        guard judgements.contains(first), words.count <= longestName else { return false }
        // `Missing token error` is a message, `Missing token` is why it comes.
        return words.dropFirst().contains(where: settings.contains)
            && !words.contains {
                ["error", "errors", "exception", "message", "warning"].contains($0)
            }
    }

    /// Whether the title stands in quotes or as code, as messages do.
    private static func isQuoted(_ entry: Entry, in page: LintedRunbook) -> Bool {
        let isMessage = entry.title.contains { "\"“”«»:".contains($0) }
        return isMessage || page.lines.text(of: entry.location.line).hasSuffix("`")
            || entry.recogniser == QuestionsAndAnswers.name
    }
}
