/// The local part of an entry's id: an anchor, a leading code, or the slug of the title.
enum EntryIdentifier {
    /// Slugs are cut at the last dash before this many bytes: people type ids.
    private static let longestSlug = 80

    /// Words that with a number make a code of their own, as in `Issue 1:`.
    private static let codeWords: Set<String> = [
        "issue", "incident", "problem", "case", "rca", "bug", "ticket", "alert", "scenario",
        "failure", "known issue",
    ]

    /// Prefixes that say nothing about the failure.
    private static let emptyPrefixes = ["q:", "q.", "issue:", "problem:", "symptom:", "question:"]

    /// A title taken apart.
    struct Parts: Equatable {
        /// The leading code as an id: `ic-02`, `issue-1`.
        var code: String?
        /// The title without it.
        var title: String
    }

    /// Takes a leading code, number or empty prefix off a title.
    static func parts(of title: String) -> Parts {
        let trimmed = title.trimmedBlanks.withoutLeadingEmoji
        if let (code, rest) = leadingCode(of: trimmed), !rest.isEmpty {
            return Parts(code: code, title: rest)
        }
        var rest = Substring(trimmed)
        rest = withoutEnumerator(rest)
        let lowered = rest.prefix(12).lowercased()
        if let prefix = emptyPrefixes.first(where: { lowered.hasPrefix($0) }) {
            let remainder = String(rest.dropFirst(prefix.count)).trimmedBlanks
            if !remainder.isEmpty { rest = Substring(remainder) }
        } else if lowered.hasPrefix("q"), let digit = lowered.dropFirst().utf8.first, isDigit(digit)
        {
            // `Q3. Why …`
            rest = withoutEnumerator(rest.dropFirst())
        }
        return Parts(code: nil, title: String(rest))
    }

    /// The code before the first colon or dash, such as `IC-02` in `IC-02: Listener hears nothing`.
    private static func leadingCode(of title: String) -> (code: String, rest: String)? {
        guard let end = separator(in: title) else { return nil }
        let head = String(title[..<end.lowerBound]).trimmedBlanks
        guard let digit = head.utf8.firstIndex(where: isDigit), digit > head.startIndex,
            head[digit...].utf8.allSatisfy({ isDigit($0) || $0 == UInt8(ascii: "-") })
        else { return nil }
        let word = String(head[..<digit])
        let isMarked = word.hasSuffix("-") && word.dropLast().utf8.allSatisfy(isUppercase)
        let bare = word.trimmedBlanks.trimmedPunctuation
        guard (isMarked && word.utf8.count > 1) || codeWords.contains(bare.lowercased()) else {
            return nil
        }
        return (slug(of: head), String(title[end.upperBound...]).trimmedBlanks)
    }

    /// The first `:`, ` - `, ` – ` or ` — ` near the start.
    private static func separator(in title: String) -> Range<String.Index>? {
        let scalars = title.unicodeScalars
        var previousIsBlank = false
        var next = scalars.startIndex
        for _ in 0..<24 where next < scalars.endIndex {
            let index = next
            let scalar = scalars[index]
            next = scalars.index(after: index)
            if scalar == ":" || scalar == "—" || scalar == "–" { return index..<next }
            if scalar == "-", previousIsBlank, next < scalars.endIndex, scalars[next] == " " {
                return index..<next
            }
            previousIsBlank = scalar == " "
        }
        return nil
    }

    /// The title behind `1.`, `1)`, `1.2` or `Step 1:`.
    static func withoutEnumerator(_ title: Substring) -> Substring {
        let digits = title.utf8.prefix { isDigit($0) || $0 == UInt8(ascii: ".") }
        guard let first = digits.first, isDigit(first), digits.endIndex < title.endIndex,
            digits.count <= 6
        else { return title }
        var rest = title[digits.endIndex...]
        let hasDot = digits.last == UInt8(ascii: ".")
        let isDotted = digits.contains(UInt8(ascii: "."))
        if rest.hasPrefix(")") || rest.hasPrefix(":") {
            rest = rest.dropFirst()
        } else if !(hasDot || isDotted) || !rest.hasPrefix(" ") {
            return title
        }
        let trimmed = String(rest).trimmedBlanks
        return trimmed.isEmpty ? title : Substring(trimmed)
    }

    /// The slug of a title, as GitHub makes anchors of headings: lower case, blanks to dashes, other
    /// punctuation dropped.
    static func slug(of title: String) -> String {
        var slug = ""
        var endsWithDash = true
        for scalar in title.lowercased().unicodeScalars {
            switch scalar {
            case " ", "-", "\n", "/":
                if !endsWithDash { slug.unicodeScalars.append("-") }
                endsWithDash = true
            case "a"..."z", "0"..."9", "_":
                slug.unicodeScalars.append(scalar)
                endsWithDash = false
            default:
                guard !scalar.isASCII, scalar.properties.isAlphabetic else { continue }
                slug.unicodeScalars.append(scalar)
                endsWithDash = false
            }
        }
        if slug.utf8.count > longestSlug {
            let cut = slug.unicodeScalars.prefix(longestSlug)
            let dash = cut.lastIndex(of: "-") ?? cut.endIndex
            slug = String(String.UnicodeScalarView(cut[..<dash]))
        }
        while slug.hasSuffix("-") { slug.removeLast() }
        return slug
    }

    private static func isDigit(_ byte: UInt8) -> Bool {
        byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
    }

    private static func isUppercase(_ byte: UInt8) -> Bool {
        (byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z")) || byte == UInt8(ascii: "-")
    }
}
