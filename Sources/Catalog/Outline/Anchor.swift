import Markdown

/// Explicit ids: `<a id="whatsapp-403"></a>` and `{#whatsapp-403}`.
enum Anchor {
    /// The id of the first HTML anchor among inlines.
    static func first(in inlines: [Inline]) -> String? {
        for inline in inlines {
            switch inline {
            case .html(let tag):
                if let id = identifier(inTag: tag) { return id }
            case .emphasis(let content), .strong(let content), .strikethrough(let content),
                .link(_, _, let content):
                if let id = first(in: content) { return id }
            default: continue
            }
        }
        return nil
    }

    /// The id of a block that is nothing but an anchor.
    static func standingAlone(in block: Block) -> String? {
        switch block.content {
        case .html(let text):
            return text.utf8.count < 200 ? identifier(inTag: text) : nil
        case .paragraph(let text):
            guard text.source.utf8.first == UInt8(ascii: "<"), text.source.utf8.count < 200
            else { return nil }
            let inlines = text.inlines
            return RichText.plain(inlines).isEmpty ? first(in: inlines) : nil
        default: return nil
        }
    }

    /// Cuts a trailing `{#id}`, as Hugo and Docusaurus write it, off a heading.
    static func splitAttribute(_ title: String) -> (title: String, id: String?) {
        guard title.hasSuffix("}"), let open = title.lastIndex(of: "{"),
            title[open...].hasPrefix("{#")
        else { return (title, nil) }
        let id = String(title[open...].dropFirst(2).dropLast())
        return (String(title[..<open]).trimmedBlanks, cleaned(id))
    }

    /// The value of `id=` or `name=` in an `<a …>` tag.
    static func identifier(inTag tag: String) -> String? {
        let trimmed = tag.trimmedBlanks
        let lowered = trimmed.prefix(3).lowercased()
        guard lowered.hasPrefix("<a ") || lowered.hasPrefix("<a\n") else { return nil }
        let words = trimmed.utf8.split(maxSplits: 20) { $0 == 0x20 || $0 == 0x0A || $0 == 0x3E }
        for word in words {
            let text = String(Substring(word))
            for name in ["id=", "name="] where text.lowercased().hasPrefix(name) {
                return cleaned(String(text.dropFirst(name.count)))
            }
        }
        return nil
    }

    /// An id without quotes, or `nil` where nothing usable is left.
    private static func cleaned(_ id: String) -> String? {
        let scalars = id.unicodeScalars.filter { scalar in
            switch scalar {
            case "a"..."z", "A"..."Z", "0"..."9", "-", "_", ".": true
            default: !scalar.isASCII && scalar.properties.isAlphabetic
            }
        }
        return scalars.isEmpty ? nil : String(String.UnicodeScalarView(scalars))
    }
}
