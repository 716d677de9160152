import Markdown

/// Finds strings that logs and error messages show.
enum SignatureFinder {
    /// Longer texts are no signatures; nobody can match them against a line.
    private static let longest = 300
    /// As many as a person would list; a whole log pasted in is not taken line by line.
    private static let mostLinesOfBlock = 12

    /// The signatures of a field that lists them: code spans, or else the text itself.
    static func listed(in pieces: [FieldPiece]) -> [String] {
        pieces.flatMap { piece -> [String] in
            switch piece.body {
            case .text(let inlines):
                let spans = RichText.codeSpans(inlines)
                if !spans.isEmpty { return spans.filter { $0.utf8.count <= longest } }
                let text = RichText.plain(inlines)
                return isAbsence(text) || text.utf8.count > longest ? [] : [text]
            case .code(let code):
                return lines(of: code.text)
            case .table:
                return []
            }
        }
    }

    /// The code spans of prose that look like log or error text.
    static func spans(in inlines: [Inline]) -> [String] {
        RichText.codeSpans(inlines).filter(looksLikeLog)
    }

    /// The lines of a code block among symptoms.
    static func lines(of text: String) -> [String] {
        text.utf8.split(separator: UInt8(ascii: "\n")).prefix(mostLinesOfBlock)
            .map { String(Substring($0)).trimmedBlanks }
            .filter { !$0.isEmpty && $0.utf8.count <= longest && !ShellCommand.isCommand($0) }
            .filter { !$0.hasPrefix("$ ") && !$0.hasPrefix("#") }
    }

    /// Whether a text says that there is no signature.
    private static func isAbsence(_ text: String) -> Bool {
        let lowered = text.lowercased()
        return text.hasPrefix("(") || lowered == "none" || lowered.hasPrefix("none ")
            || lowered.hasPrefix("no ") || lowered.hasPrefix("n/a") || text.isEmpty
    }

    /// Whether a code span reads like a line of a log rather than a command, path or setting.
    static func looksLikeLog(_ span: String) -> Bool {
        let bytes = span.utf8
        guard bytes.count >= 8, bytes.count <= longest else { return false }
        guard bytes.contains(0x20) else { return isExceptionName(span) }
        guard !ShellCommand.isCommand(span), !isAddress(span) else { return false }
        let words = bytes.split(separator: 0x20)
        if words.count < 2 { return false }
        if isExpression(span, words: words) { return false }
        return words.contains { word in
            word.count { ($0 | 0x20) >= 0x61 && ($0 | 0x20) <= 0x7A } >= 3
                && word.allSatisfy { $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: "(") }
        }
    }

    /// Whether a text is a path, URL or HTTP request.
    private static func isAddress(_ text: String) -> Bool {
        if text.begins(with: "/") || text.begins(with: "~") || text.holds("://") { return true }
        let first = String(Substring(text.utf8.prefix { $0 != 0x20 }))
        return [
            "GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS", "ws", "wss", "http",
        ].contains(first)
    }

    /// Whether a span is a comparison, a call, a setting or an arrow between names.
    private static func isExpression(_ text: String, words: [Substring.UTF8View]) -> Bool {
        let operators: Set<String> = [
            "==", "!=", "=", "<", ">", ">=", "<=", "&&", "||", "→", "->", "+", "|",
        ]
        if words.contains(where: { operators.contains(String(Substring($0))) }) { return true }
        if text.hasPrefix("{") || text.hasPrefix("[\"") || text.hasPrefix("-") { return true }
        guard words.count == 2, let first = words.first else { return false }
        // `network_mode: host` is a setting, `OSError: …` with more words a message.
        let lowered = text.lowercased()
        return first.last == UInt8(ascii: ":") && !FailureWords.areIn(text)
            && !lowered.holds("error") && !lowered.holds("fail")
    }

    /// Whether a word is the name of an exception, such as `NotFoundError`.
    private static func isExceptionName(_ word: String) -> Bool {
        guard let first = word.utf8.first, first >= UInt8(ascii: "A"), first <= UInt8(ascii: "Z")
        else { return false }
        return (word.hasSuffix("Error") || word.hasSuffix("Exception"))
            && word.utf8.allSatisfy { ($0 | 0x20) >= 0x61 && ($0 | 0x20) <= 0x7A }
    }
}
