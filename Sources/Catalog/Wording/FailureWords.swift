/// Tells titles that name a failure from titles that name a topic.
enum FailureWords {
    /// Words that something is wrong.
    private static let words: Set<String> = [
        "abandoned", "abort", "aborted", "absent", "backlog", "bad", "banned", "blank", "block",
        "blocked", "blocking", "blurry", "bottleneck", "broken", "bug", "buggy", "cancelled",
        "cannot", "cascade", "choppy", "cold", "collision", "conflict", "conflicts", "corrupt",
        "corrupted", "corruption", "crash", "crashed", "crashes", "crashing", "crashloopbackoff",
        "dead", "deadlock", "degraded", "degradation", "delay", "delayed", "delays", "denied",
        "deprecated", "died", "dies", "disappear", "disappears", "disconnect", "disconnected",
        "disabled", "disconnects", "distorted", "distortion", "doesn't", "doesnt", "didn't",
        "don't", "dont", "down", "drift", "drop",
        "dropped", "drops", "duplicate", "duplicated", "duplicates", "empty", "enoent", "err",
        "error",
        "errors", "exceeded", "exception", "exceptions", "exhausted", "exhaustion", "expired",
        "exited", "exits", "fail", "failed", "failing", "fails", "failure", "failures", "fatal",
        "flaky", "forbidden", "freeze", "freezes", "frozen", "full", "garbage", "garbled", "glitch",
        "glitches", "glitchy", "hang",
        "hanging", "hangs", "halted", "ignored", "inaccessible", "inconsistent", "incomplete",
        "incorrect", "insufficient", "interrupted", "invalid", "isn't", "issue", "issues", "killed",
        "lag", "laggy",
        "lags", "latency", "loop", "loops", "looping", "leak", "leaked", "leaking", "leaks",
        "limit", "limited", "locked",
        "lost", "loses", "mismatch", "mismatched", "missed", "mislabeled", "misconfigured",
        "missing", "never", "nothing",
        "obsolete", "offline", "oom", "oomkilled", "outage", "overflow", "overloaded",
        "overwritten", "panic", "panics", "partial", "pending", "poor", "problem", "problems",
        "race", "ratelimited", "refused", "refuses", "regression", "reject", "rejected",
        "rejects", "restarting", "restarts", "silent", "slow",
        "slower", "slowness", "spam", "spike", "spikes", "stale", "stall", "stalled", "stalls",
        "starvation", "strange", "strangely", "stuck", "stops", "stopped", "suppressed",
        "terminated", "throttled", "throttling", "timeout", "timeouts", "timed", "tinted",
        "trapped", "unable", "unauthorized", "unavailable", "unexpected", "unexpectedly",
        "unhealthy", "unknown", "unreachable", "unresolved", "unresponsive", "unsupported",
        "untrusted", "warning", "warnings", "wasn't", "weird", "without", "won't", "wont",
        "wrong", "aren't", "can't", "cant", "couldn't", "haven't", "hasn't", "high", "low",
        "too", "only", "old", "outdated", "vulnerable", "oversized", "undefined", "nan",
        "drift", "unsynced", "skewed", "unmounted", "unbound", "evicted", "unschedulable",
    ]

    /// Words that only in company name a failure: `not found`, `no space left`.
    private static let negations: Set<String> = ["not", "no", "none", "nowhere"]

    /// Phrases that name a failure though no word of them does.
    private static let phrases = PhraseSet([
        "connection reset", "reset by peer", "reload fail", "already exists", "already in use",
        "taken by another", "keeps ", "out of memory", "out of space", "out of sync", "no longer",
    ])

    /// Whether a title names a failure.
    static func areIn(_ title: String) -> Bool {
        let words = title.normalisedApostrophes.lowercasedWords
        return phrases.isFound(in: title)
            || words.contains { Self.words.contains($0) || negations.contains($0) || isStatus($0) }
            || words.contains { $0.hasSuffix("error") || $0.hasSuffix("exception") }
    }

    /// Words among them that also stand in titles of topics: `Not in scope`, `High availability`.
    private static let vague: Set<String> = [
        "not", "no", "none", "nowhere", "only", "high", "low", "old", "without", "limit", "limited",
        "never", "regression", "cold", "full", "partial", "too", "block", "without", "down", "drop",
        "issue", "issues", "problem", "problems", "warning", "warnings", "empty", "silent",
    ]

    /// Whether a title of few words, one of which hardly stands for anything else, names a failure.
    static func areCertainlyIn(_ title: String) -> Bool {
        if isAlertName(title) || phrases.isFound(in: title) { return true }
        let words = title.normalisedApostrophes.lowercasedWords
        if words.contains("down"), words.contains("is") || words.count <= 3 { return true }
        return areIn(words.filter { !vague.contains($0) }.joined(separator: " "))
    }

    /// Whether a word is an HTTP status that means an error.
    private static func isStatus(_ word: String) -> Bool {
        guard word.utf8.count == 3, let first = word.utf8.first,
            first == UInt8(ascii: "4") || first == UInt8(ascii: "5")
        else { return false }
        return word.utf8.dropFirst().allSatisfy {
            ($0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9")) || $0 == UInt8(ascii: "x")
        }
    }

    /// Whether a title is the name of an alert, such as `KubeVirtVMStuckInErrorState`.
    static func isAlertName(_ title: String) -> Bool {
        let name = title.prefix { $0 != " " }
        guard name.utf8.count >= 8, name.utf8.count == title.utf8.count || title.hasSuffix("]")
        else { return false }
        let capitals = name.utf8.count { $0 >= UInt8(ascii: "A") && $0 <= UInt8(ascii: "Z") }
        let isWord = name.utf8.allSatisfy { byte in
            (byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z"))
                || (byte >= UInt8(ascii: "a") && byte <= UInt8(ascii: "z"))
                || (byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9"))
        }
        return isWord && capitals >= 2 && capitals < name.utf8.count
    }
}

extension String {
    /// The text with typographic apostrophes made plain.
    var normalisedApostrophes: String {
        guard utf8.contains(0xE2) else { return self }
        var result = String.UnicodeScalarView()
        for scalar in unicodeScalars { result.append(scalar == "\u{2019}" ? "'" : scalar) }
        return String(result)
    }
}
