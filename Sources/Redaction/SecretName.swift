/// Tells from a variable's name whether its value is a secret.
public enum SecretName {
    /// How surely a name says secret, for values that stand beside it in a text.
    enum Weight: Sendable {
        /// It says nothing.
        case none
        /// Prose and settings use the word too, so that the value must look like a secret.
        case weak
        /// The word is also one that is counted: `tokens=4096`.
        case countable
        /// It is a key of an address: the value must look as if nobody had chosen it.
        case parameter
        /// It says that the value is a secret.
        case strong

        /// Whether the value is a secret unless it is a number.
        var isStrong: Bool { self == .strong || self == .countable }
    }

    /// Words of a name that say secret.
    private static let words: Set<String> = [
        "secret", "secrets", "password", "passwords", "passwd", "passphrase", "passcode", "token",
        "credential", "credentials", "apikey", "privatekey", "secretkey", "accesskey", "authkey",
        "signingkey", "encryptionkey", "accountkey", "jwt", "mnemonic", "otp",
        "requirepass", "masterauth",
    ]

    /// Words that say so of a variable, but stand in prose, settings and summaries of tests too.
    private static let weakWords: Set<String> = [
        "auth", "signature", "cookie", "salt", "authorization", "sessionid", "phpsessid",
        "jsessionid",
    ]

    /// Words that are counted too.
    private static let countableWords: Set<String> = ["tokens", "pass"]

    /// Endings of a word that say so though nothing parts them from what is in front: `PGPASSWORD`.
    private static let endings = [
        "password", "passwd", "passphrase", "secret", "token", "apikey", "credentials",
    ]

    /// Words that say secret only in front of `key`, since a `PRIMARY_KEY` is none.
    private static let keyWords: Set<String> = [
        "api", "access", "private", "secret", "signing", "encryption", "master", "service", "auth",
        "account", "license", "webhook", "admin", "application", "app", "role", "fernet",
    ]

    /// Words behind which a secret's name speaks of something about it: `TOKEN_URL`, `JWT_ISSUER`.
    private static let harmlessEndings: Set<String> = [
        "url", "uri", "urls", "host", "port", "path", "paths", "file", "files", "dir", "directory",
        "folder", "issuer", "audience", "ttl", "expiry", "expires", "expired", "expiration", "exp",
        "length", "len", "min", "max", "size", "rounds", "cost", "type", "types", "name", "names",
        "algorithm", "algorithms", "alg", "algo", "enabled", "disabled", "required", "timeout",
        "header", "headers", "sock", "socket", "method", "methods", "mode", "home", "valid",
        "count", "limit", "limits", "policy", "rule", "rules", "regex", "pattern", "format",
        "version", "region", "arn", "store", "storage", "backend", "backends", "provider",
        "providers", "domain", "secure", "samesite", "bucket", "rate", "through", "user", "users",
        "username", "email", "status", "state", "error", "errors", "reset", "rotation", "active",
        "exists", "present", "set", "ok", "missing", "changed", "verified", "endpoint", "server",
        "service", "class", "scope", "scopes", "env", "ref", "source", "engine", "plugin",
        "manager", "validator", "validators", "hasher", "hashers", "usage", "lifetime", "lifespan",
        "duration", "interval", "window", "grace", "leeway", "skew", "chars", "alphabet",
        "encoding", "authentication", "encryption", "strength", "label", "title", "field", "prefix",
        "suffix", "column", "table", "days", "hours", "minutes", "seconds", "secs", "age", "hint",
        "client", "realm", "level", "attempts", "retries", "failures", "requests", "middleware",
        "module", "refreshed", "created", "updated", "at", "used", "counter", "kind", "profile",
    ]

    /// Words in front of which tokens are counted, not kept: `MAX_TOKENS`.
    private static let countingWords: Set<String> = [
        "max", "min", "prompt", "completion", "total", "input", "output", "used", "num", "cached",
        "reasoning",
    ]

    /// Whether the name of a variable says that its value is a secret.
    public static func isSecret(_ name: String) -> Bool { weight(of: name) != .none }

    /// Whether a field of that name keeps its value secret, and the value is not a mere state as in
    /// `auth=failed` or a count as in `tokens=4096`.
    public static func isSecret(_ name: String, value: String) -> Bool {
        NamedValue.isSecret(
            Array(value.utf8)[...], of: NamedValue.Pair(start: 0, quote: UInt8(ascii: "\"")),
            weight: weight(of: name))
    }

    /// What the name of a variable says of its value.
    static func weight(of name: String) -> Weight {
        let parts = words(of: name)
        guard let last = parts.last, !harmlessEndings.contains(last) else { return .none }
        if last == "tokens", parts.contains(where: countingWords.contains) { return .none }
        if parts.contains(where: words.contains) { return .strong }
        if parts.contains(where: { part in endings.contains { part.hasSuffix($0) } }) {
            return .strong
        }
        let isKey = zip(parts, parts.dropFirst()).contains { first, second in
            keyWords.contains(first) && (second == "key" || second == "keys")
        }
        if isKey { return .strong }
        // Alone it is the shell's working directory.
        if parts.contains("pwd") { return parts.count > 1 ? .strong : .none }
        if parts.contains(where: countableWords.contains) { return .countable }
        return parts.contains(where: weakWords.contains) ? .weak : .none
    }

    /// The words of a name in small letters, parted by other signs and where `camelCase` says so.
    ///
    /// By bytes, since every variable of every environment is asked for; those of letters beyond
    /// ASCII count as small letters.
    private static func words(of name: String) -> [String] {
        var words: [String] = []
        var word: [UInt8] = []
        var isAfterSmallLetter = false
        for byte in name.utf8 {
            let belongs = byte.isAlphanumeric || byte >= 0x80
            if !word.isEmpty, !belongs || (isAfterSmallLetter && byte.isCapital) {
                words.append(word.text)
                word.removeAll(keepingCapacity: true)
            }
            if belongs { word.append(byte.lowered) }
            isAfterSmallLetter = belongs && !byte.isCapital
        }
        return word.isEmpty ? words : words + [word.text]
    }
}
