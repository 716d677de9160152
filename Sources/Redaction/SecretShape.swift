/// Finds secrets by what stands around them rather than by their value.
enum SecretShape {
    /// A secret as it stands in a text.
    struct Found: Hashable {
        /// What is kept in front of it.
        var prefix: String
        /// The secret.
        var value: String
        /// What is kept behind it.
        var suffix: String

        /// All three as they stand in the text.
        var whole: String { prefix + value + suffix }
    }

    /// The secrets of all known shapes in a text.
    static func secrets(in text: String) -> [Found] {
        urlPasswords(in: text) + bearers(in: text)
    }

    /// The password of an address such as `postgresql://user:password@host/name`.
    static func urlPassword(of text: String) -> String? {
        urlPasswords(in: text).first?.value
    }

    /// `scheme://user:password@host` (RFC 3986, 3.2.1).
    private static func urlPasswords(in text: String) -> [Found] {
        var found: [Found] = []
        var rest = text[...]
        while let scheme = rest.firstRange(of: "://") {
            rest = rest[scheme.upperBound...]
            let authority = rest.prefix { !$0.isWhitespace && !"/?#\"'<>".contains($0) }
            guard let at = authority.lastIndex(of: "@"),
                let colon = authority[..<at].firstIndex(of: ":")
            else { continue }
            let value = authority[authority.index(after: colon)..<at]
            if !value.isEmpty, !value.hasPrefix("[redacted") {
                found.append(Found(prefix: ":", value: String(value), suffix: "@"))
            }
        }
        return found
    }

    /// `Bearer TOKEN` and `Basic CREDENTIALS` (RFC 9110, 11.4).
    private static func bearers(in text: String) -> [Found] {
        ["Bearer ", "bearer ", "Basic ", "basic "].flatMap { scheme -> [Found] in
            var found: [Found] = []
            var rest = text[...]
            while let range = rest.firstRange(of: scheme) {
                rest = rest[range.upperBound...]
                let token = rest.prefix { $0.isLetter || $0.isNumber || "-._~+/=".contains($0) }
                // Shorter words follow in prose: "bearer tokens", "Basic authentication".
                if token.count >= shortestToken, token.contains(where: \.isNumber) {
                    found.append(Found(prefix: scheme, value: String(token), suffix: ""))
                }
            }
            return found
        }
    }

    private static let shortestToken = 8
}
