/// Tells instructions from statements by the verb they start with.
enum ImperativeWords {
    /// Verbs that runbooks tell people to do.
    private static let verbs: Set<String> = [
        "activate", "add", "adjust", "allow", "approve", "analyse", "analyze", "answer", "apply",
        "ask", "assign",
        "avoid", "back", "backup", "believe", "block", "build", "bump", "call", "change", "check",
        "choose", "clean", "clear", "click", "clone", "close", "collect", "compare", "complete",
        "configure", "confirm", "connect", "consider", "contact", "convert", "copy", "correct",
        "count", "create", "deactivate", "debug", "decrease", "define", "delete", "deploy",
        "describe", "determine", "disable", "disconnect", "distinguish", "do", "don't",
        "double-check", "download", "drain", "drop", "edit", "enable", "ensure", "enter",
        "escalate", "examine", "execute", "exclude", "expand", "export", "extend", "filter",
        "find", "fix", "follow", "force", "free", "generate", "get", "give", "go", "grant", "grep",
        "identify", "ignore", "import", "include", "increase", "initialise", "initialize", "insert",
        "inspect", "install", "investigate", "issue",
        "keep", "kill", "leave", "limit", "list", "locate", "log", "look", "lower", "make", "map",
        "measure", "mend", "merge", "migrate", "modify", "monitor", "mount", "move", "note",
        "open", "override", "pass", "perform", "pick", "ping", "place", "point", "prefer",
        "provide", "pull", "purge", "push", "put", "query", "raise", "re-run", "re-send", "read",
        "reboot", "rebuild", "recreate", "redeploy", "reduce", "refer", "refresh", "regenerate",
        "reindex", "reapply", "reconnect",
        "reinstall", "release", "reload", "remove", "rename", "renew", "repeat", "replace",
        "replay", "report", "request", "rerun", "reset", "resize", "resolve", "restart", "restore",
        "retry", "return", "revert", "review", "roll", "rollback", "rotate", "run", "save",
        "scale", "search", "see", "select", "send", "set", "show", "sign", "slow", "specify",
        "start", "stop", "supply", "switch", "tail", "take", "terminate", "test", "treat",
        "trigger", "troubleshoot", "truncate", "trust", "try", "tune", "turn", "uncomment",
        "uninstall", "unset",
        "update", "upgrade", "upload", "use", "validate", "verify", "view", "wait", "watch",
        "write", "accept", "attach", "bring", "cancel", "detach", "drag", "expose", "extract",
        "flush", "forward", "invalidate", "join", "mute", "observe", "omit", "pause", "pin", "plug",
        "power-cycle", "press", "promote", "prune", "quit", "re-add", "re-create", "re-enable",
        "re-install", "reflash", "register", "reselect", "resume", "resync", "reuse", "revoke",
        "rewrite", "skip", "submit", "swap", "sync", "tap", "throttle", "toggle", "trim",
        "unlock", "unmute", "unplug", "whitelist", "widen", "wipe", "wrap", "adapt", "await",
        "prepend", "append", "cap", "cordon", "patch", "pre-create", "provision", "quote",
    ]

    /// Verbs among them that look without changing anything.
    private static let looking: Set<String> = [
        "analyse", "analyze", "check", "compare", "confirm", "count", "debug", "describe",
        "determine", "distinguish", "double-check", "examine", "find", "grep", "identify",
        "inspect", "investigate", "list", "locate", "look", "measure", "monitor", "note", "query",
        "read", "review", "search", "see", "show", "tail", "test", "validate", "verify", "view",
        "watch", "observe",
    ]

    /// Words before a verb that leave it an instruction.
    private static let openings: Set<String> = [
        "please", "then", "first", "next", "finally", "so", "now", "either", "also", "just",
        "always", "never", "simply", "instead", "otherwise", "and", "or", "only", "manually",
    ]

    /// Whether a sentence starts with an instruction.
    static func start(_ sentence: String) -> Bool { verb(of: sentence) != nil }

    /// Whether a text is a way through menus: `Settings → DMX → Enable`.
    static func isMenuPath(_ text: String) -> Bool {
        [" → ", " > "].contains { mark in
            guard let first = text.offset(of: mark) else { return false }
            return text.offset(of: mark, from: first + mark.utf8.count) != nil
        }
    }

    /// Whether a sentence starts with an instruction to look at something.
    static func startLooking(_ sentence: String) -> Bool {
        verb(of: sentence).map(looking.contains) ?? false
    }

    /// Words that open a condition, behind whose comma the instruction starts.
    private static let conditions: Set<String> = [
        "if", "when", "to", "in", "on", "for", "once", "after", "before", "as", "with", "where",
        "from", "at", "under",
    ]

    /// The verb that a sentence starts with, openings such as `then` and a condition apart.
    private static func verb(of sentence: String) -> String? {
        if sentence.hasSuffix("?") { return nil }
        let beginning = Substring(sentence.unicodeScalars.prefix(200))
        let words = beginning.utf8.split(separator: 0x20)
        guard let first = words.first, conditions.contains(plain(first)) else {
            return leadingVerb(of: words[...]) ?? leadingVerb(of: behindPlace(words))
        }
        guard let comma = words.firstIndex(where: { $0.last == UInt8(ascii: ",") }) else {
            return nil
        }
        return leadingVerb(of: words[(comma + 1)...])
    }

    /// The words behind a place that an instruction is for: `Linux: run …`, `macOS / Windows: grant …`.
    private static func behindPlace(_ words: [Substring.UTF8View]) -> ArraySlice<Substring.UTF8View>
    {
        guard let colon = words.prefix(3).firstIndex(where: { $0.last == UInt8(ascii: ":") }) else {
            return []
        }
        return words[(colon + 1)...]
    }

    /// A word in lower case without marks at its ends.
    private static func plain(_ word: Substring.UTF8View) -> String {
        String(Substring(word)).normalisedApostrophes.lowercased().trimmedPunctuation
    }

    private static func leadingVerb(of words: ArraySlice<Substring.UTF8View>) -> String? {
        for written in words.prefix(4) {
            let word = plain(written)
            if verbs.contains(word) { return word }
            if !openings.contains(word) { return nil }
        }
        return nil
    }
}
