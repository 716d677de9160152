/// Finds keys by the prefix with which their issuers mark them.
enum IssuedKey {
    /// How the keys of an issuer look.
    struct Form: Sendable {
        /// What they begin with.
        var prefix: String
        /// The fewest signs behind it.
        var least: Int
        /// What may stand there beside letters and digits.
        var signs = ""
        /// Whether words of prose and names of packages begin alike, so that a digit must be there.
        var needsDigit = false
    }

    /// The place of the key that the word is or begins with.
    static func range(in word: Range<Int>, of bytes: [UInt8]) -> Range<Int>? {
        guard word.count >= shortest else { return nil }
        for form in byFirst[Int(bytes[word.lowerBound])]
        where bytes[word].starts(with: form.prefix.utf8) {
            let start = word.lowerBound + form.prefix.utf8.count
            let end = bytes.end(from: start, within: word.upperBound - start) {
                $0.isAlphanumeric || form.signs.utf8.contains($0)
            }
            // A further letter or `_` says that it is a longer word of another sort.
            let isWhole = end == word.upperBound || bytes[end] != UInt8(ascii: "_")
            if end - start >= form.least, isWhole,
                !form.needsDigit || bytes[start..<end].contains(where: \.isDigit)
            {
                return word.lowerBound..<end
            }
        }
        return nil
    }

    private static let shortest = 20

    /// The forms by their first byte.
    private static let byFirst: [[Form]] = {
        var byFirst = [[Form]](repeating: [], count: 256)
        for form in forms {
            if let first = form.prefix.utf8.first { byFirst[Int(first)].append(form) }
        }
        return byFirst
    }()
}
