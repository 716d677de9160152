/// Tells from a variable's name whether its value is a secret.
public enum SecretName {
    /// Words of a name that say secret.
    private static let words: Set<String> = [
        "secret", "secrets", "password", "passwd", "passphrase", "pass", "token", "tokens",
        "credential", "credentials", "apikey", "privatekey", "auth", "signature", "jwt", "cookie",
        "salt",
    ]

    /// Words that say secret only in front of `key`, since a `PRIMARY_KEY` is none.
    private static let keyWords: Set<String> = [
        "api", "access", "private", "secret", "signing", "encryption", "master", "service", "auth",
    ]

    /// Words behind which a secret's name speaks of something about it: `TOKEN_URL`, `JWT_ISSUER`.
    private static let harmlessEndings: Set<String> = [
        "url", "uri", "host", "path", "file", "dir", "issuer", "audience", "ttl", "expiry",
        "expires", "length", "type", "name", "algorithm", "enabled", "timeout", "header", "sock",
        "socket", "method", "mode", "home",
    ]

    /// Whether the name of a variable says that its value is a secret.
    public static func isSecret(_ name: String) -> Bool {
        let parts = name.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
        if let last = parts.last, harmlessEndings.contains(last) { return false }
        if parts.contains(where: words.contains) { return true }
        // Alone it is the shell's working directory.
        if parts.count > 1, parts.contains("pwd") { return true }
        return zip(parts, parts.dropFirst()).contains { first, second in
            keyWords.contains(first) && (second == "key" || second == "keys")
        }
    }
}
