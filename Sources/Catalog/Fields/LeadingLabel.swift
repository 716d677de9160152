import Markdown

/// The label at the start of a line: `**Symptoms:** …`, `Fix: …` or a bold line of its own.
struct LeadingLabel {
    /// The label as written, without its colon.
    let text: String
    /// The content behind it.
    let rest: [Inline]
    /// Whether it is bold or italic.
    let isMarked: Bool
    /// Whether a colon, dash or line end sets it apart from the text behind it.
    let isSetApart: Bool

    /// The field that the label means.
    let field: EntryField?

    /// Plain labels longer than this are sentences.
    private static let longestPlainLabel = 48

    /// Finds the label of a line; `nil` where it has none.
    init?(_ line: [Inline]) {
        let inlines = RichText.trimmingStart(line)
        switch inlines.first {
        case .strong(let content), .emphasis(let content):
            self.init(marked: content, rest: Array(inlines.dropFirst()))
        case .text(let text):
            if inlines.count > 1, case .strong(let content) = inlines[1] {
                self.init(plain: text, marked: content, rest: Array(inlines.dropFirst(2)))
            } else {
                self.init(plain: text, rest: inlines.dropFirst())
            }
        default:
            return nil
        }
    }

    /// Takes a bold or italic start as the label.
    private init?(marked content: [Inline], rest: [Inline]) {
        let written = RichText.plain(content)
        guard !written.isEmpty else { return nil }
        let trimmed = RichText.trimmingLead(rest)
        let isFollowedByMark: Bool =
            if case .text(let text)? = RichText.trimmingStart(rest).first {
                [":", "：", "—", "–", "-"].contains { text.begins(with: $0) }
            } else {
                false
            }
        let endsWithMark = [":", ".", "?", "!", "："].contains { written.hasSuffix($0) }
        self.init(
            text: Self.withoutColon(written), rest: trimmed, isMarked: true,
            isSetApart: endsWithMark || isFollowedByMark || trimmed.isEmpty)
    }

    /// Takes words of which the last are bold, as in `How to **investigate**:`, as the label.
    private init?(plain text: String, marked content: [Inline], rest: [Inline]) {
        let written = RichText.plain([.text(text)] + content)
        let isFollowedByColon: Bool =
            if case .text(let text)? = rest.first { text.begins(with: ":") } else { false }
        if written.utf8.count <= Self.longestPlainLabel,
            written.hasSuffix(":") || isFollowedByColon
        {
            self.init(
                text: Self.withoutColon(written), rest: RichText.trimmingLead(rest),
                isMarked: true, isSetApart: true)
        } else {
            self.init(plain: text, rest: [.strong(content)] + rest[...])
        }
    }

    /// Makes a label of its parts.
    private init(text: String, rest: [Inline], isMarked: Bool, isSetApart: Bool) {
        self.text = text
        self.rest = rest
        self.isMarked = isMarked
        self.isSetApart = isSetApart
        field = FieldLabel.field(of: text)
    }

    /// Takes the words before a colon as the label.
    private init?(plain text: String, rest: ArraySlice<Inline>) {
        let bytes = text.utf8
        guard let colon = text.index(ofByte: UInt8(ascii: ":")),
            bytes.distance(from: bytes.startIndex, to: colon) < Self.longestPlainLabel
        else { return nil }
        let after = bytes.index(after: colon)
        let isAtEnd = after == bytes.endIndex
        guard isAtEnd || bytes[after] == UInt8(ascii: " ") else { return nil }
        let label = String(text[..<colon]).trimmedBlanks
        guard !label.isEmpty else { return nil }
        self.init(
            text: label,
            rest: RichText.trimmingStart([.text(String(text[after...]))] + rest),
            isMarked: false, isSetApart: true)
    }

    /// A label without the colon or full stop at its end.
    static func withoutColon(_ label: String) -> String {
        var scalars = label.unicodeScalars[...]
        while let last = scalars.last, last == ":" || last == "." || last == "：" {
            scalars.removeLast()
        }
        return Substring(scalars).trimmedBlanks
    }
}
