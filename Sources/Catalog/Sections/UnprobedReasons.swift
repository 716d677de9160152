import Markdown

/// Reads a section that says of entries why no machine can test them, for rows and bullets that
/// have no room for it: `- `camera-light`: only someone in the room sees it`.
enum UnprobedReasons {
    /// Whether a heading announces such a list.
    static func isHeading(_ title: String) -> Bool {
        FieldLabel.field(of: title) == .unprobed
    }

    /// Gives each entry that the section names its reason.
    static func attach(_ section: OutlineSection, to entries: inout [Entry]) {
        var positions: [String: Int] = [:]
        for (position, entry) in entries.enumerated() { positions[entry.localID] = position }
        for block in section.blocks {
            guard case .list(let list) = block.content else { continue }
            for item in list.items {
                guard case .paragraph(let text)? = item.blocks.first?.content else { continue }
                let inlines = text.inlines
                let names = RichText.codeSpans(inlines).map { span in
                    String(span.split(separator: "/").last ?? "")
                }
                let words = RichText.plain(inlines)
                guard let colon = words.firstRange(of: ": ") else { continue }
                for name in names {
                    guard let position = positions[name] else { continue }
                    entries[position].unprobedReason = String(words[colon.upperBound...])
                }
            }
        }
    }
}
