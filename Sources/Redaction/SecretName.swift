/// Tells from a variable's name whether its value is a secret.
public enum SecretName {
    /// Words of a name that say secret.
    private static let words: Set<String> = [
        "secret", "secrets", "password", "passwd", "passphrase", "pass", "token", "tokens",
        "credential", "credentials", "apikey", "privatekey", "auth", "signature", "jwt", "cookie",
        "salt", "authorization",
    ]

    /// Endings of a word that say so though nothing parts them from what is in front: `PGPASSWORD`.
    private static let endings = [
        "password", "passwd", "passphrase", "secret", "token", "apikey", "credentials",
    ]

    /// Words that say secret only in front of `key`, since a `PRIMARY_KEY` is none.
    private static let keyWords: Set<String> = [
        "api", "access", "private", "secret", "signing", "encryption", "master", "service", "auth",
    ]

    /// Words behind which a secret's name speaks of something about it: `TOKEN_URL`, `JWT_ISSUER`.
    private static let harmlessEndings: Set<String> = [
        "url", "uri", "host", "path", "file", "dir", "issuer", "audience", "ttl", "expiry",
        "expires", "expired", "length", "type", "name", "algorithm", "enabled", "timeout",
        "header", "sock", "socket", "method", "mode", "home", "valid", "count", "limit",
    ]

    /// Words in front of which tokens are counted, not kept: `MAX_TOKENS`.
    private static let countingWords: Set<String> = [
        "max", "min", "prompt", "completion", "total", "input", "output", "used",
    ]

    /// Whether the name of a variable says that its value is a secret.
    public static func isSecret(_ name: String) -> Bool {
        let parts = words(of: name)
        if let last = parts.last, harmlessEndings.contains(last) { return false }
        if parts.last == "tokens", parts.contains(where: countingWords.contains) { return false }
        if parts.contains(where: words.contains) { return true }
        if parts.contains(where: { part in endings.contains { part.hasSuffix($0) } }) {
            return true
        }
        // Alone it is the shell's working directory.
        if parts.count > 1, parts.contains("pwd") { return true }
        return zip(parts, parts.dropFirst()).contains { first, second in
            keyWords.contains(first) && (second == "key" || second == "keys")
        }
    }

    /// The words of a name in lower case, parted by other signs and where `camelCase` says so.
    private static func words(of name: String) -> [String] {
        var words: [String] = []
        var word = ""
        var isAfterSmallLetter = false
        for character in name {
            let startsWord = isAfterSmallLetter && character.isUppercase
            let belongs = character.isLetter || character.isNumber
            if startsWord || !belongs, !word.isEmpty {
                words.append(word)
                word = ""
            }
            if belongs { word += character.lowercased() }
            isAfterSmallLetter = character.isLowercase || character.isNumber
        }
        return word.isEmpty ? words : words + [word]
    }
}
