extension NamedValue {
    /// The place of the value, if the name says secret and the value may be one.
    static func range(
        of pair: Pair, name: Range<Int>, weight: SecretName.Weight, in bytes: [UInt8]
    ) -> Range<Int>? {
        guard weight != .none, let first = bytes.byte(at: pair.start),
            pair.quote != nil || !openers.contains(first)
        else { return nil }
        let range = pair.start..<end(of: pair, name: name, in: bytes)
        return isSecret(bytes[range], of: pair, weight: weight) ? range : nil
    }

    private static func end(of pair: Pair, name: Range<Int>, in bytes: [UInt8]) -> Int {
        if let quote = pair.quote { return quotedEnd(quote, of: pair, in: bytes) }
        if pair.isElement {
            let end = bytes.end(from: pair.start) { $0 != UInt8(ascii: "<") && $0 != 0x0A }
            // What is not closed may be a placeholder: `jwt <token>` has prose behind it.
            return bytes.holds("</", at: end)
                ? end : bytes.end(from: pair.start, within: end - pair.start) { !$0.isBlank }
        }
        // In an env file or what `env` prints, a value goes on to its blank.
        if !pair.isProse, isEnvironmentName(name, in: bytes) {
            return bytes.end(from: pair.start) { !$0.isBlank && !"\"'".utf8.contains($0) }
        }
        return bytes.end(from: pair.start) { !$0.isBlank && !enders.contains($0) }
    }

    /// Where a value in quotes ends, those behind a backslash stepped over.
    static func quotedEnd(_ quote: UInt8, of pair: Pair, in bytes: [UInt8]) -> Int {
        var end = pair.start
        while end < bytes.count, bytes[end] != quote, bytes[end] != 0x0A {
            if bytes[end] == UInt8(ascii: "\\"), end + 1 < bytes.count {
                // In JSON in JSON the quote that ends it is escaped too.
                if pair.isEscaped, bytes[end + 1] == quote { break }
                end += 1
            }
            end += 1
        }
        return min(end, bytes.count)
    }

    /// Whether the name is one of an environment, at the start of its line or behind `export`.
    private static func isEnvironmentName(_ name: Range<Int>, in bytes: [UInt8]) -> Bool {
        guard bytes[name].allSatisfy({ !$0.isLetter || $0.isCapital }) else { return false }
        return name.lowerBound == 0 || bytes[name.lowerBound - 1] == 0x0A
            || bytes.holds("export ", at: name.lowerBound - 7)
    }

    /// Tells a secret from what stands behind such names as well.
    static func isSecret(
        _ value: ArraySlice<UInt8>, of pair: Pair, weight: SecretName.Weight
    ) -> Bool {
        let value = visible(value)
        guard value.count >= shortest, let first = value.first, !openers.contains(first) else {
            return false
        }
        if value.count < longestWord {
            if words.contains(value.map(\.lowered).text) { return false }
            let isWord = value.allSatisfy { $0.isLetter || $0 == 0x2E }
            // Prose has colons too: "invalid token: expired".
            if isWord, pair.isProse, pair.quote == nil { return false }
            if weight == .weak, value.count < 8 || !value.contains(where: \.isDigit) {
                return false
            }
        }
        switch weight {
        case .none: return false
        // `tokens=4096` and `pass: 100%` count.
        case .countable: return value.contains(where: \.isLetter)
        case .parameter:
            return value.count >= 16 && value.contains(where: \.isDigit)
                && value.contains(where: \.isCapital)
                && value.contains { $0.isLetter && !$0.isCapital }
        case .weak, .strong: return true
        }
    }

    /// What stands in front of a token, which hides the rest already.
    private static func visible(_ value: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        let token = value.indices.first {
            value[$0] == UInt8(ascii: "[") && value[$0...].starts(with: "[redacted".utf8)
        }
        return token.map { value[..<$0] } ?? value
    }

    private static let shortest = 3
    static let longestWord = 20
    private static let enders = Set("&,;\"'<>()[]{}`|\\".utf8)
    private static let openers = Set("$<{[*(…".utf8)
    /// What no secret is: a truth, a state, the name of a scheme.
    private static let words: Set<String> = [
        "true", "false", "none", "null", "nil", "yes", "off", "unset", "missing", "empty", "not",
        "required", "optional", "expired", "invalid", "valid", "bearer", "basic", "undefined",
        "string", "hidden", "redacted", "denied", "granted", "failed", "default", "disabled",
        "enabled", "unknown", "incorrect", "changed", "present", "absent", "xxx", "xxxx", "xxxxx",
        "xxxxxx", "xxxxxxxx", "wrong", "revoked", "rejected", "accepted", "mismatch",
    ]
}
