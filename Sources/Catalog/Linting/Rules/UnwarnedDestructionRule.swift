/// A command that destroys data, without a word about it in its entry.
///
/// What can be made again, such as `node_modules`, is no data.
enum UnwarnedDestructionRule: LintRule {
    static let description = RuleDescription(
        "unwarned-destruction", .warning, "A command destroys data and nothing around it says so")

    static func check(_ page: LintedRunbook) -> [Diagnostic] {
        page.failures.flatMap { entry -> [Diagnostic] in
            let commands =
                entry.fixes.flatMap(\.commands) + entry.checks.filter(ShellCommand.isCommand)
            let destructive = commands.filter { DestructiveCommand.destroys($0) && !isHarmless($0) }
            guard let first = destructive.first, !warns(entry) else { return [] }
            return [
                finding(
                    "'\(excerpt(of: first))' destroys data, and '\(entry.title)' does not say so",
                    at: page.place(of: first, in: entry))
            ]
        }
    }

    /// Words of a warning, at the start of a word.
    private static let warnings = PhraseSet([
        "destroy", "destructive", "data loss", "lose", "losing", "lost", "wipe", "wiping", "erase",
        "irreversib", "undone", "warning", "caution", "careful", "danger", "back up", "backup",
        "back it up", "delete", "deleting", "deletion", "remove", "removing", "discard", "throw",
        "from scratch", "start over", "clean slate", "development only", "dev only",
        "only in development", "never in production", "not in production", "fresh", "reset",
        "drop", "prune", "purge", "clear", "empties", "empty the", "overwrit", "uninstall",
    ])

    /// Whether the entry says somewhere that something is lost.
    private static func warns(_ entry: Entry) -> Bool {
        let texts =
            entry.fixes.map(\.text) + entry.validation + entry.notes.flatMap(\.items)
            + entry.checks.filter { !ShellCommand.isCommand($0) } + entry.causes + entry.symptoms
        return texts.contains { warnings.isFound(in: withoutCode($0, of: entry)) }
    }

    /// As many commands of an entry are looked for in its words.
    private static let mostCommands = 64

    /// A remedy's words without the commands that it quotes.
    private static func withoutCode(_ text: String, of entry: Entry) -> String {
        entry.fixes.flatMap(\.commands).prefix(mostCommands).reduce(text) { text, command in
            text.holds(command) ? text.replacing(command, with: " ") : text
        }
    }

    /// Folders that a build or an installation makes again.
    private static let regenerable: Set<String> = [
        "node_modules", ".venv", "venv", "dist", "build", ".build", ".next", "target", ".cache",
        "cache", "__pycache__", ".pytest_cache", "tmp", "temp", ".turbo", "deriveddata", "obj",
        "bin", "out", ".gradle", "pods", "package-lock.json", "yarn.lock",
    ]

    /// Whether a command removes nothing but what can be made again.
    static func isHarmless(_ command: String) -> Bool {
        let words = ShellWords.split(command)
        guard let start = words.firstIndex(of: "rm") else { return false }
        let targets = words[(start + 1)...].prefix { !["&&", "||", ";", "|"].contains($0) }
            .filter { !$0.hasPrefix("-") }
        return !targets.isEmpty
            && targets.allSatisfy { target in
                let parts = target.lowercased().split(separator: "/")
                return target.hasPrefix("/tmp/")
                    || parts.contains { regenerable.contains(String($0)) }
            }
    }

    /// The first line of a command, as far as it tells which one is meant.
    private static func excerpt(of command: String) -> String {
        let line = command.split(separator: "\n").first.map(String.init) ?? command
        return line.count > 60 ? line.prefix(59) + "…" : line
    }
}
