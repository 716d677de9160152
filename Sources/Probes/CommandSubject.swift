import Catalog

/// Takes a subject that is a command apart.
///
/// It is split before variables are filled in, so that what one stands for is never more than a
/// part of the word that names it.
enum CommandSubject {
    /// Why a text is no command that can be run without a shell.
    enum Problem: Error, Hashable {
        /// There is no word.
        case empty
        /// A quote is opened and never closed.
        case unclosedQuote
        /// Only a shell understands this word.
        case shellSyntax(String)
        /// A variable stands in the text that a shell is to run.
        case variableInScript

        /// The problem, with what to write instead.
        var summary: String {
            switch self {
            case .empty: "the command is empty"
            case .unclosedQuote: "a quote in the command is never closed"
            case .shellSyntax(let word):
                "no shell runs the command, so '\(word)' means nothing in it: quote it, or run "
                    + "sh -c '…'"
            case .variableInScript:
                "what a variable stands for would be run by the shell: name it behind the script, "
                    + "as in sh -c 'ls \"$1\"' sh ${NAME}"
            }
        }
    }

    /// The words of a command, quotes removed, variables as written.
    static func words(of text: String) throws(Problem) -> [String] {
        let split = ShellWords(text)
        if split.unclosedQuoteColumn != nil { throw .unclosedQuote }
        if split.words.isEmpty { throw .empty }
        if let word = split.words.first(where: needsShell) { throw .shellSyntax(word.text) }
        let words = split.words.map(\.text)
        if let script = script(in: words), !VariableReference.references(in: script).isEmpty {
            throw .variableInScript
        }
        return words
    }

    /// Whether a word joins, redirects or expands commands (POSIX.1-2024, Shell Command Language,
    /// 2.3, 2.6.3 and 2.7).
    private static func needsShell(_ word: ShellWords.Word) -> Bool {
        guard !word.isQuoted else { return false }
        let withoutDescriptor = word.text.drop { $0.isASCII && $0.isNumber }
        return withoutDescriptor.first.map { "<>".contains($0) } ?? false
            || word.text.first.map { "|&;".contains($0) } ?? false
            || word.text.last == ";" || word.text.contains("`") || word.text.contains("$(")
    }

    private static let shells: Set<String> = ["sh", "bash", "dash", "ash", "ksh", "zsh", "fish"]

    /// What stands behind the `-c` of a shell, whatever runs that shell.
    private static func script(in words: [String]) -> String? {
        let shell = words.firstIndex { word in
            word.split(separator: "/").last.map { shells.contains(String($0)) } ?? false
        }
        guard let shell else { return nil }
        var isScript = false
        var rest = words[shell...].dropFirst()
        while let word = rest.popFirst() {
            guard word.hasPrefix("-") || word.hasPrefix("+") else { return isScript ? word : nil }
            if word.hasPrefix("-"), !word.hasPrefix("--"), word.contains("c") { isScript = true }
            if optionsWithValue.contains(word) { _ = rest.popFirst() }
        }
        return nil
    }

    /// Options of shells that take the next word.
    private static let optionsWithValue: Set<String> = [
        "-o", "+o", "-O", "+O", "--rcfile", "--init-file",
    ]
}
