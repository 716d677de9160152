/// Finds the value beside a name that says secret: `password=…`, `"api_key": "…"`, `?token=…`.
enum NamedValue {
    /// The places of the values.
    static func ranges(in bytes: [UInt8]) -> [Range<Int>] {
        var found: [Range<Int>] = []
        var place = 0
        while place < bytes.count {
            let end = bytes.end(from: place, while: isNameByte)
            guard end > place else {
                place += 1
                continue
            }
            if end - place <= longestName, let value = value(behind: end, in: bytes),
                SecretName.isSecret(String(decoding: bytes[place..<end], as: UTF8.self))
            {
                found.append(value)
                place = value.upperBound
            } else {
                place = end
            }
        }
        return found
    }

    private static let longestName = 64

    private static func isNameByte(_ byte: UInt8) -> Bool {
        byte.isLetter || byte.isDigit || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-")
            || byte == UInt8(ascii: ".")
    }

    /// The value behind a name and its `=` or `:`, if it looks like a secret.
    private static func value(behind nameEnd: Int, in bytes: [UInt8]) -> Range<Int>? {
        let isQuoted = nameEnd < bytes.count && quotes.contains(bytes[nameEnd])
        let sign = bytes.end(from: isQuoted ? nameEnd + 1 : nameEnd) { $0 == 0x20 }
        guard sign < bytes.count, bytes[sign] == equals || bytes[sign] == colon else { return nil }
        // `key==value`, `key:=value` and `key://` are something else.
        guard sign + 1 < bytes.count, bytes[sign + 1] != equals, bytes[sign + 1] != 0x2F else {
            return nil
        }
        let start = bytes.end(from: sign + 1) { $0 == 0x20 }
        guard start < bytes.count else { return nil }
        if quotes.contains(bytes[start]) {
            let quote = bytes[start]
            let end = bytes.end(from: start + 1) { $0 != quote && $0 != 0x0A }
            return isSecret(bytes[(start + 1)..<end]) ? (start + 1)..<end : nil
        }
        let end = bytes.end(from: start) { !$0.isBlank && !enders.contains($0) }
        let value = bytes[start..<end]
        // Prose has colons too: "invalid token: expired".
        let isProse = bytes[sign] == colon && value.allSatisfy { $0.isLetter || $0 == 0x2E }
        return isSecret(value) && !(isProse && value.count < longestWord) ? start..<end : nil
    }

    /// What no secret is: nothing, a truth, a placeholder, a token of ours.
    private static func isSecret(_ value: ArraySlice<UInt8>) -> Bool {
        guard value.count >= shortest, let first = value.first, !openers.contains(first) else {
            return false
        }
        return !words.contains(String(decoding: value, as: UTF8.self).lowercased())
    }

    private static let shortest = 3
    private static let longestWord = 20
    private static let equals = UInt8(ascii: "=")
    private static let colon = UInt8(ascii: ":")
    private static let quotes = Set("\"'".utf8)
    private static let enders = Set("&,;\"'<>()[]{}`|".utf8)
    private static let openers = Set("$<{[*(…".utf8)
    private static let words: Set<String> = [
        "true", "false", "none", "null", "nil", "yes", "off", "unset", "missing", "empty",
        "required", "optional", "expired", "invalid", "valid", "bearer", "basic",
    ]
}
