import Catalog

extension TextLayout {
    /// Adds a remedy: its words, a warning where it destroys data, and its commands to paste.
    mutating func add(_ fix: Fix) {
        let words = Self.words(of: fix)
        if !words.isEmpty { paragraph(words, lead: "- ", indentation: 2) }
        if fix.isDestructive {
            paragraph(
                "This destroys data.", as: .bad, lead: "! ", leadMeaning: .bad, indentation: 4)
        }
        for line in fix.commands { command(line) }
    }

    /// The words without the command that they end in, which follows on a line of its own.
    private static func words(of fix: Fix) -> String {
        guard let last = fix.commands.last, fix.commands.count == 1 else { return fix.text }
        var words = fix.text[...]
        if words.last == "." { words.removeLast() }
        return words.hasSuffix(last) ? String(words.dropLast(last.count)) : fix.text
    }
}
