import Markdown

/// The start of a list item that may name a failure, apart from what is said about it.
struct BulletLead {
    /// The lead.
    let title: [Inline]
    /// What follows it in the same paragraph.
    let rest: [Inline]

    /// Longer leads are sentences.
    private static let longest = 160

    /// Reads the lead of an item that is not bold: a code span or words before a colon, dash or arrow,
    /// or the whole first paragraph where more blocks follow it.
    init?(of item: ListItem) {
        guard case .paragraph(let text)? = item.blocks.first?.content else { return nil }
        let inlines = RichText.trimmingStart(text.inlines)
        if case .emphasis(let content)? = inlines.first, item.blocks.count > 1,
            RichText.isBlank(Array(inlines.dropFirst()))
        {
            (title, rest) = (content, [])
        } else if let cut = Self.cut(inlines) {
            (title, rest) = cut
        } else if item.blocks.count > 1 {
            (title, rest) = (inlines, [])
        } else {
            return nil
        }
        let plain = RichText.plain(title)
        guard !plain.isEmpty, plain.utf8.count <= Self.longest, !ImperativeWords.start(plain),
            LeadingLabel(text.inlines)?.field == nil
        else { return nil }
    }

    /// Cuts inlines at the first mark that sets a lead apart.
    private static func cut(_ inlines: [Inline]) -> ([Inline], [Inline])? {
        for (index, inline) in inlines.enumerated() {
            guard case .text(let text) = inline, let mark = mark(in: text, isFirst: index == 0)
            else { continue }
            let bytes = Array(text.utf8)
            let before = String(decoding: bytes[..<mark.lowerBound], as: UTF8.self)
            let after = String(decoding: bytes[mark.upperBound...], as: UTF8.self)
            let lead = Array(inlines[..<index]) + [.text(before)]
            let rest = RichText.trimmingStart([.text(after)] + inlines[(index + 1)...])
            return RichText.isBlank(lead) || rest.isEmpty ? nil : (lead, rest)
        }
        return nil
    }

    /// Where the first mark stands, in bytes; a colon needs a blank behind it.
    private static func mark(in text: String, isFirst: Bool) -> Range<Int>? {
        [": ", " — ", " – ", " → ", " -> ", " => ", " - "].compactMap { mark -> Range<Int>? in
            guard let start = text.offset(of: mark), !isFirst || start > 0 else { return nil }
            return start..<start + mark.utf8.count
        }.min { $0.lowerBound < $1.lowerBound }
    }
}
