import Catalog

extension TextLayout {
    /// Adds a remedy: its words, a warning where it destroys data, and its commands to paste.
    mutating func add(_ fix: Fix) {
        let words = fix.wordsBeforeCommand
        if !words.isEmpty { paragraph(words, lead: "- ", indentation: 2) }
        if fix.isDestructive {
            paragraph(
                "This destroys data.", as: .bad, lead: "! ", leadMeaning: .bad, indentation: 4)
        }
        for line in fix.commands { command(line) }
    }
}

extension Fix {
    /// The words without the command that they end in, which follows on a line of its own.
    var wordsBeforeCommand: String {
        guard let last = commands.last, commands.count == 1 else { return text }
        var words = text[...]
        if words.last == "." { words.removeLast() }
        return words.hasSuffix(last) ? String(words.dropLast(last.count)) : text
    }
}
