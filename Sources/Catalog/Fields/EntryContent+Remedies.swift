import Markdown

extension EntryContent {
    /// Adds remedies: each paragraph or item is one, and a code block belongs to the one before.
    mutating func addFixes(_ pieces: [FieldPiece]) {
        for piece in pieces {
            switch piece.body {
            case .text(let inlines):
                addRemedy(inlines)
            case .code(let code):
                addCode(code)
            case .table:
                for text in Self.texts(of: piece) { addFix(text, commands: []) }
            }
        }
    }

    /// Adds a paragraph or item; where a part of it destroys data, each sentence is a remedy of its
    /// own, so that the harmless ones are not marked with it.
    mutating func addRemedy(_ inlines: [Inline]) {
        let text = RichText.plain(inlines)
        let commands = RichText.codeSpans(inlines).filter(ShellCommand.isCommand)
        guard DestructiveCommand.isDestructive(text: text, commands: commands) else {
            entry.fixes.append(Fix(text: text, commands: commands))
            return
        }
        let before = entry.fixes.count
        for sentence in Sentences.split(inlines) {
            let own = sentence.commands
            if own.isEmpty, !ImperativeWords.start(sentence.text), entry.fixes.count > before {
                joinLast(sentence.text)
            } else {
                addFix(sentence.text, commands: own)
            }
        }
    }

    /// Adds a remark, such as a warning, to the remedy before it.
    private mutating func joinLast(_ sentence: String) {
        guard var last = entry.fixes.popLast() else { return }
        last.text += " " + sentence
        last.isDestructive =
            last.isDestructive || DestructiveCommand.isDestructive(text: sentence, commands: [])
        entry.fixes.append(last)
    }

    /// Adds one remedy.
    mutating func addFix(_ text: String, commands: [String]) {
        entry.fixes.append(
            Fix(
                text: text, commands: commands,
                isDestructive: DestructiveCommand.isDestructive(text: text, commands: commands)))
    }

    /// Gives a code block to the remedy before it; other code than commands joins its text.
    mutating func addCode(_ code: CodeBlock) {
        let commands = ShellCommand.commands(ofBlock: code.text, info: code.info)
        let text = code.text.trimmedBlanks
        var fix = entry.fixes.popLast() ?? Fix(text: "")
        if commands.isEmpty {
            fix.text += fix.text.isEmpty ? text : "\n" + text
        } else {
            fix.commands += commands
            if fix.text.isEmpty { fix.text = commands.count == 1 ? "Run this." : "Run these." }
        }
        fix.isDestructive =
            fix.isDestructive || DestructiveCommand.isDestructive(text: "", commands: commands)
        entry.fixes.append(fix)
    }
}
