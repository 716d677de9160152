import Redaction

/// The start of a text on one line, fit to be shown.
enum Excerpt {
    /// How many characters of a body are shown.
    static let bodyLength = 200
    /// How many characters of a single value are shown.
    static let valueLength = 100

    /// The first printable characters of a text, blanks and control characters joined into one
    /// blank, `…` where more follows.
    ///
    /// Secrets are hidden before the text is cut, since a redactor does not know half a secret. A
    /// mark stands for each, for excerpts are made side by side; judging makes tokens of them.
    static func line(
        of text: some StringProtocol, limit: Int, redactor: Redactor
    ) -> String {
        let start = text.unicodeScalars.prefix(limit * 4 + longestSecret)
        let isWhole = start.endIndex == text.unicodeScalars.endIndex
        var known = String(String.UnicodeScalarView(start))
        // The last word may be half a secret.
        if !isWhole, let blank = known.lastIndex(where: \.isWhitespace) {
            known = String(known[...blank])
        }
        let joined = joined(redactor.hide(known))
        let shown = joined.prefix(limit)
        return shown.count == joined.count && isWhole ? joined : shown + "…"
    }

    private static let longestSecret = 8192

    private static func joined(_ text: String) -> String {
        var output = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            let isBlank =
                scalar.properties.isWhitespace || scalar.properties.generalCategory == .control
                || scalar.properties.generalCategory == .format
            if !isBlank {
                output.append(scalar)
            } else if let last = output.last, last != " " {
                output.append(" ")
            }
        }
        if output.last == " " { output.removeLast() }
        return String(output)
    }
}
